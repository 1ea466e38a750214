package dev.peregrine.host.exports;

import java.util.List;
import java.util.Optional;

/**
 * A document that was written.
 *
 * @param name of its file
 * @param sha256 of its bytes, in hexadecimal
 * @param exporter id of the exporter
 * @param version of the exporter's plugin
 * @param template that was used; empty where the format has only one look
 * @param notes what the exporter says that the person should know of it, such as characters that it
 *     does not show; sentences
 */
public record Written(
    String name,
    String mediaType,
    byte[] bytes,
    String sha256,
    String exporter,
    String version,
    Optional<String> template,
    List<String> notes) {}
