package dev.peregrine.host.applications;

import java.time.Instant;
import java.util.Locale;

/**
 * A file that goes along with an application.
 *
 * @param name as the employer sees it
 * @param size in bytes
 * @param sha256 of its bytes, in hexadecimal
 * @param exporter id of the exporter that wrote it; empty for what the person brought
 * @param exporterVersion of the exporter's plugin
 * @param template the look; empty where there is only one
 */
public record Paper(
    long id,
    long job,
    Instant at,
    Kind kind,
    String name,
    String mediaType,
    long size,
    String sha256,
    String exporter,
    String exporterVersion,
    String template) {

  /** What it is. */
  public enum Kind {
    /** Something that the person brought. */
    ATTACHMENT,
    LETTER,
    RESUME,
    /** Letter and résumé in one. */
    APPLICATION;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
