package dev.annette.runtime.json;

import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.Provenance;

/**
 * What a model file says of its model, without the numbers of its tensors.
 *
 * @param network what it is made of
 * @param provenance where its numbers came from
 * @param checksum of its content, as the file has it: {@code crc32c:} and eight hexadecimal digits
 */
public record FileDescription(NetworkDescription network, Provenance provenance, String checksum) {}
