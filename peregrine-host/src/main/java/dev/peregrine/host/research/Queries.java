package dev.peregrine.host.research;

import java.util.List;
import java.util.Map;

/** What is searched for under each heading. */
final class Queries {

  /** Words beside the company's name, in English and in German. */
  private static final Map<Heading, List<String>> WORDS =
      Map.of(
          Heading.OVERVIEW, List.of("company", "Unternehmen"),
          Heading.LEADERSHIP,
              List.of("CEO leadership culture employees", "Geschäftsführung Kultur Mitarbeiter"),
          Heading.TECHNOLOGY,
              List.of("product technology engineering", "Produkt Technologie Entwicklung"),
          Heading.FUNDING, List.of("funding revenue investors", "Umsatz Finanzierung Investoren"),
          Heading.RECENT, List.of("", ""),
          Heading.COMPETITORS, List.of("competitors alternatives", "Wettbewerber Konkurrenz"),
          Heading.RED_FLAGS, List.of("layoffs lawsuit criticism", "Entlassungen Klage Kritik"),
          Heading.ACCESSIBILITY,
              List.of(
                  "disability accessibility employees", "Inklusion Barrierefreiheit Behinderung"),
          Heading.INCLUSION, List.of("LGBTQ inclusion diversity", "LGBTQ Vielfalt Diversität"));

  private Queries() {}

  static String of(Heading heading, String name, boolean german) {
    String quoted = '"' + name.replace("\"", " ").strip() + '"';
    String words = WORDS.getOrDefault(heading, List.of("", "")).get(german ? 1 : 0);
    return (quoted + " " + words).strip();
  }
}
