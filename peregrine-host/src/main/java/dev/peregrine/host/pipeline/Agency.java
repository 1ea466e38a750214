package dev.peregrine.host.pipeline;

import dev.peregrine.api.Posting;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells who advertises for somebody else: recruiters, staffing agencies, boards that copy. Only
 * theirs may be the same job under another employer's name.
 */
public final class Agency {

  private static final Set<String> NAMES =
      Set.of(
          "hays",
          "randstad",
          "adecco",
          "manpower",
          "manpowergroup",
          "experis",
          "kforce",
          "teksystems",
          "cybercoders",
          "jobot",
          "michael page",
          "page personnel",
          "pagegroup",
          "robert half",
          "robert walters",
          "harnham",
          "gulp",
          "ferchau",
          "brunel",
          "akkodis",
          "tempo team",
          "dis",
          "amadeus fire",
          "kelly services",
          "insight global",
          "huxley",
          "real staffing",
          "sthree",
          "allgeier experts",
          "jobgether",
          "jobleads",
          "talent",
          "lensa",
          "get it",
          "crossover",
          "turing",
          "toptal",
          "actalent",
          "aerotek",
          "apex systems",
          "beacon hill",
          "collabera",
          "dexian",
          "trust in soda",
          "reed",
          "hudson",
          "nigel frank",
          "jefferson frank",
          "oscar",
          "franklin fitch",
          "la fosse");

  private static final Set<String> WORDS =
      Set.of(
          "recruiting",
          "recruitment",
          "recruiters",
          "staffing",
          "personal",
          "personnel",
          "personalberatung",
          "personaldienstleistungen",
          "personaldienstleistung",
          "personaldienstleister",
          "personalvermittlung",
          "personalmanagement",
          "zeitarbeit",
          "headhunting",
          "headhunters",
          "talents",
          "jobvermittlung",
          "arbeitsvermittlung",
          "interim",
          "workforce",
          "resourcing",
          "hr");

  private static final Pattern FOR_ANOTHER =
      Pattern.compile(
          "\\b(?:our client|for a client of ours|on behalf of (?:our|a) (?:client|customer)"
              + "|im auftrag (?:unseres|eines) (?:kunden|mandanten|klienten)"
              + "|fur (?:unseren|einen|unser) (?:kunden|mandanten|klienten|kundenunternehmen)"
              + "|unser (?:kunde|mandant|klient)|arbeitnehmeruberlassung"
              + "|pour (?:notre|un de nos|l un de nos) clients?|para nuestro cliente)\\b");

  /** Who advertises for another says so at the beginning. */
  private static final int BEGINNING = 600;

  private Agency() {}

  /**
   * Whether a posting's employer advertises for another.
   *
   * @param text of its description, without markup
   */
  public static boolean advertises(Posting posting, String text) {
    return advertises(CompanyKey.of(posting.company()), text);
  }

  /** Whether the employer's name or the beginning of the text says so. */
  static boolean advertises(String companyKey, String text) {
    if (NAMES.contains(companyKey)) {
      return true;
    }
    for (String word : companyKey.split(" ", -1)) {
      if (WORDS.contains(word)) {
        return true;
      }
    }
    String beginning = text.substring(0, Math.min(text.length(), BEGINNING));
    return FOR_ANOTHER.matcher(Folded.of(beginning.toLowerCase(Locale.ROOT))).find();
  }
}
