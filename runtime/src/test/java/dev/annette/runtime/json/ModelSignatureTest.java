package dev.annette.runtime.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSignatureTest {
  private static final byte[] MODEL = ModelFile.toBytes(SampleModels.small());

  @TempDir Path folder;

  @Test
  void what_was_signed_is_loaded() throws Exception {
    KeyPair keys = keys();
    Path file = Files.write(folder.resolve("model.json"), MODEL);
    ModelSignature.sign(file, keys.getPrivate());
    assertEquals(64, Files.size(folder.resolve("model.json.sig")));
    byte[] verified = ModelSignature.verified(file, keys.getPublic());
    assertArrayEquals(MODEL, verified);
    ModelFileTest.assertSame(SampleModels.small(), ModelFile.load(verified, SampleModels.SMALL));
  }

  /** RFC 8032 §7.1, test 2. */
  @Test
  void signatures_are_those_of_the_standard() throws Exception {
    String seed = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";
    var key =
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(
                new PKCS8EncodedKeySpec(
                    HexFormat.of().parseHex("302e020100300506032b657004220420" + seed)));
    assertEquals(
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        HexFormat.of().formatHex(ModelSignature.sign(new byte[] {0x72}, key)));
  }

  @Test
  void every_flipped_bit_is_noticed() throws Exception {
    KeyPair keys = keys();
    byte[] signature = ModelSignature.sign(MODEL, keys.getPrivate());
    ModelSignature.verify(MODEL, signature, keys.getPublic());
    for (int i = 0; i < 512; i++) {
      byte[] flipped = signature.clone();
      flipped[i / 8] ^= (byte) (1 << i % 8);
      assertThrows(
          ModelFormatException.class,
          () -> ModelSignature.verify(MODEL, flipped, keys.getPublic()));
    }
    for (int i = 0; i < MODEL.length; i += 13) {
      byte[] flipped = MODEL.clone();
      flipped[i] ^= 1;
      assertThrows(
          ModelFormatException.class,
          () -> ModelSignature.verify(flipped, signature, keys.getPublic()));
    }
  }

  @Test
  void a_file_beyond_the_limit_and_a_long_signature_are_refused() throws Exception {
    KeyPair keys = keys();
    Path file = Files.write(folder.resolve("model.json"), MODEL);
    ModelSignature.sign(file, keys.getPrivate());
    assertThrows(
        ModelFormatException.class,
        () -> ModelSignature.verified(file, keys.getPublic(), MODEL.length - 1));
    Files.write(folder.resolve("model.json.sig"), new byte[65]);
    assertThrows(ModelFormatException.class, () -> ModelSignature.verified(file, keys.getPublic()));
  }

  @Test
  void a_key_of_another_algorithm_is_refused() throws Exception {
    KeyPair rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    assertThrows(
        IllegalArgumentException.class, () -> ModelSignature.sign(MODEL, rsa.getPrivate()));
    assertThrows(
        IllegalArgumentException.class,
        () -> ModelSignature.verify(MODEL, new byte[64], rsa.getPublic()));
  }

  private static KeyPair keys() throws Exception {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }
}
