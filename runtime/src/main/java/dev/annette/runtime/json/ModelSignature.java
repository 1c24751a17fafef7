package dev.annette.runtime.json;

import dev.annette.runtime.file.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;

/**
 * The Ed25519 signature (RFC 8032) of a model file: 64 bytes in a file beside it, {@code
 * model.json.sig} for {@code model.json}, over all of its bytes.
 *
 * <pre>{@code
 * ModelSignature.sign(file, privateKey);
 * DigitsModel model = DigitsModel.load(ModelSignature.verified(file, publicKey));
 * }</pre>
 *
 * <p>A checksum tells that a file was damaged; a signature, that it was written by whoever has the
 * private key. What is loaded are the bytes that were verified, not the file read once more.
 */
public final class ModelSignature {
  /** What {@link #verified(Path, PublicKey)} reads at most. */
  public static final long DEFAULT_BYTES = 256L << 20;

  private static final String ALGORITHM = "Ed25519";
  private static final int BYTES = 64;

  private ModelSignature() {}

  /**
   * Signs a file: writes its signature beside it, which is the old one or the new one, whole.
   *
   * @param key of Ed25519
   * @throws IllegalArgumentException if the key is of another algorithm
   * @throws IOException if the file cannot be read or the signature cannot be written
   */
  public static void sign(Path file, PrivateKey key) throws IOException {
    byte[] signature = sign(Files.readAllBytes(file), key);
    AtomicFile.replace(fileOf(file), out -> out.write(signature));
  }

  /**
   * Returns the signature of a model's bytes.
   *
   * @param key of Ed25519
   * @return 64 bytes
   * @throws IllegalArgumentException if the key is of another algorithm
   */
  public static byte[] sign(byte[] model, PrivateKey key) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(model);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw unusable(e);
    }
  }

  /**
   * Returns the bytes of a file of at most {@value #DEFAULT_BYTES} bytes, which are signed.
   *
   * @throws ModelFormatException if the signature is missing, or not that of these bytes and this
   *     key, or the file is larger
   * @throws IOException if a file cannot be read
   */
  public static byte[] verified(Path file, PublicKey key) throws IOException {
    return verified(file, key, DEFAULT_BYTES);
  }

  /**
   * Returns the bytes of a file, which are signed.
   *
   * @param key of Ed25519
   * @param limit the most bytes that are read
   * @throws IllegalArgumentException if the key is of another algorithm
   * @throws ModelFormatException if the signature is missing, or not that of these bytes and this
   *     key, or the file is larger
   * @throws IOException if a file cannot be read
   */
  public static byte[] verified(Path file, PublicKey key, long limit) throws IOException {
    byte[] signature = readSignature(fileOf(file));
    try (InputStream in =
        new BoundedInput(RegularFile.open(file, limit), () -> limit, ModelRule.SIZE)) {
      byte[] model = in.readAllBytes();
      verify(model, signature, key);
      return model;
    }
  }

  /**
   * Requires that these bytes are signed.
   *
   * @param key of Ed25519
   * @throws IllegalArgumentException if the key is of another algorithm
   * @throws ModelFormatException if the signature is not that of these bytes and this key
   */
  public static void verify(byte[] model, byte[] signature, PublicKey key)
      throws ModelFormatException {
    if (!isSignature(model, signature, key)) {
      throw refusal("the signature of this model by the owner of this key", "another");
    }
  }

  private static boolean isSignature(byte[] model, byte[] bytes, PublicKey key) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(model);
      return bytes.length == BYTES && signature.verify(bytes);
    } catch (SignatureException malformed) {
      return false;
    } catch (GeneralSecurityException e) {
      throw unusable(e);
    }
  }

  private static byte[] readSignature(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw refusal("a signature in " + file.getFileName(), "no such file");
    }
    try (InputStream in = RegularFile.open(file, ModelLimits.HEADER_MEMORY)) {
      return in.readNBytes(BYTES + 1);
    }
  }

  private static Path fileOf(Path model) {
    return model.resolveSibling(model.getFileName() + ".sig");
  }

  private static ModelFormatException refusal(String expected, String found) {
    return new ModelFormatException(ModelRule.SIGNATURE, JsonPlace.FILE, expected, found);
  }

  private static IllegalArgumentException unusable(GeneralSecurityException e) {
    return new IllegalArgumentException("a key of Ed25519 is needed: " + e.getMessage(), e);
  }
}
