package dev.peregrine.host.exports;

import dev.peregrine.api.export.ExportRequest.Sender;
import dev.peregrine.api.export.ExporterContext.Paper;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who looks for work, as it stands on documents.
 *
 * @param lines address, telephone and mail, one a line
 * @param town where letters are written; empty where it is not known
 * @param country code, or the name where the person wrote it; empty where it is not known
 */
public record Applicant(
    String name, List<String> lines, List<URI> links, String town, String country) {

  /**
   * Countries whose usual paper is US Letter (CLDR, supplemental data, paper sizes, version 46).
   */
  private static final Set<String> LETTER_PAPER =
      Set.of("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE");

  private static final Set<String> LETTER_NAMES =
      Set.of("usa", "united states", "united states of america", "canada", "mexico");

  public Applicant {
    lines = List.copyOf(lines);
    links = List.copyOf(links);
  }

  Sender sender() {
    return new Sender(name, lines, links);
  }

  /**
   * The paper of the person's country.
   *
   * @param reader whose country stands in where the person's is not known
   */
  public static Paper paper(Optional<Applicant> applicant, Locale reader) {
    String country = applicant.map(Applicant::country).orElse("").strip();
    String known = country.isEmpty() ? reader.getCountry() : country;
    boolean letter =
        LETTER_PAPER.contains(known.toUpperCase(Locale.ROOT))
            || LETTER_NAMES.contains(known.toLowerCase(Locale.ROOT));
    return letter ? Paper.US_LETTER : Paper.A4;
  }
}
