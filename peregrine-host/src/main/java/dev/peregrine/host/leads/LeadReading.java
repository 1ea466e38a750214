package dev.peregrine.host.leads;

import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.api.mail.MailMessage.Address;
import dev.peregrine.host.places.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads by rules of which position a mail speaks, and at which employer. */
final class LeadReading {

  private static final int BEGINNING = 4_000;

  /** A name as employers have them: words written large, perhaps with a legal form. */
  private static final String NAME =
      "((?:[\\p{Lu}\\d][\\p{L}\\d.&'’+-]*)(?:(?: (?:&|und|and|of|von|\\+) | )[\\p{Lu}\\d][\\p{L}\\d.&'’+-]*){0,3})";

  private static final List<Pattern> EMPLOYER =
      List.of(
          Pattern.compile(
              "(?u)(?:[Rr]ecruiter|[Tt]alent(?: [Aa]cquisition)?(?: \\p{L}+)?|HR|[Hh]iring [Mm]anager|[Rr]ecruiting|[Pp]eople(?: \\p{L}+)?)"
                  + " (?:at|for|with|from|@|bei|von) "
                  + NAME),
          Pattern.compile(
              "(?u)\\b(?:I(?:'m| am)|my name is) [\\p{Lu}][\\p{L}-]+(?: [\\p{Lu}][\\p{L}-]+)? (?:from|at|with|of) "
                  + NAME),
          Pattern.compile(
              "(?u)\\b(?:ich bin|mein Name ist) [\\p{Lu}][\\p{L}-]+(?: [\\p{Lu}][\\p{L}-]+)? (?:von|von der|bei|bei der) "
                  + NAME),
          Pattern.compile(
              "(?u)(?:role|position|opportunity|opening|job|team|engineer|developer|manager|designer|analyst|scientist|lead|architect|consultant|Position|Stelle|Vakanz|Rolle|\\)) (?:here )?(?:at|with|@|bei|bei der|bei dem) "
                  + NAME),
          Pattern.compile(
              "(?u)(?:^|[.!?]\\s+|here at |[Ww]e at )"
                  + NAME
                  + ",? (?:is|are|ist) (?:currently |now |actively |gerade |aktuell )?(?:hiring|looking|growing|building|expanding|auf der Suche)"),
          Pattern.compile("(?u)\\b" + NAME + " (?:sucht|stellt ein)\\b"),
          Pattern.compile("(?u)\\b(?:join|joining) " + NAME + "(?: as|'s|\\b)"),
          Pattern.compile(
              "(?u)\\b(?:here at|[Ww]ir bei(?: der)?|on behalf of|[Ii]m Auftrag (?:der|von)) "
                  + NAME));

  private static final Pattern LABELLED =
      Pattern.compile(
          "(?imu)^[\\s*•-]*(title|position|role|job title|stelle|titel|company|employer|client|unternehmen|firma|arbeitgeber|location|place|standort|ort|arbeitsort)\\s*[*]*[::]\\s*[*]*\\s*(\\S.{1,99})$");

  private static final Pattern AT_PLACE =
      Pattern.compile(
          "(?u)\\b(?:in|based in|located in|office in|Standort|aus|nahe|in der Nähe von|Raum)\\s+((?:[\\p{Lu}][\\p{L}'’.-]+)(?: [\\p{Lu}][\\p{L}'’.-]+){0,2})");

  private static final Pattern REMOTE =
      Pattern.compile(
          "(?iu)\\b(fully remote|100 ?% remote|remote[- ]first|remote|hybrid|home[- ]?office|mobiles arbeiten)\\b");

  private static final Pattern CLOSING =
      Pattern.compile(
          "(?imu)^\\s*(?:best|kind|warm|many thanks|thanks|thank you|cheers|regards|sincerely|all the best|"
              + "yours|viele grüße|beste grüße|liebe grüße|mit freundlichen|freundliche grüße|herzliche|gruß|mfg|vg|lg)"
              + "[^.\\n]{0,30},?\\s*$");

  private static final Set<String> NO_EMPLOYER =
      Set.of(
          "the",
          "a",
          "an",
          "our",
          "my",
          "your",
          "this",
          "i",
          "we",
          "you",
          "it",
          "us",
          "linkedin",
          "xing",
          "indeed",
          "google",
          "gmail",
          "outlook",
          "zoom",
          "teams",
          "remote",
          "hybrid",
          "germany",
          "deutschland",
          "berlin",
          "hamburg",
          "münchen",
          "munich",
          "london",
          "europe",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "montag",
          "dienstag",
          "mittwoch",
          "donnerstag",
          "freitag",
          "one",
          "all",
          "once",
          "uns",
          "ihnen",
          "dir",
          "der",
          "die",
          "das",
          "interesse",
          "rückfragen",
          "fragen",
          "bedarf",
          "kunden",
          "unserem",
          "einem");

  private static final Set<String> FREE_MAIL =
      Set.of(
          "gmail",
          "googlemail",
          "outlook",
          "hotmail",
          "live",
          "yahoo",
          "gmx",
          "web",
          "icloud",
          "me",
          "aol",
          "proton",
          "protonmail",
          "posteo",
          "mailbox",
          "t-online",
          "freenet",
          "fastmail",
          "mail",
          "linkedin",
          "xing",
          "indeed",
          "glassdoor",
          "greenhouse",
          "lever",
          "ashbyhq",
          "smartrecruiters",
          "workday",
          "myworkday",
          "teamtailor",
          "personio",
          "gem",
          "hire",
          "icims",
          "workable",
          "example",
          "bamboohr",
          "recruitee",
          "jobvite",
          "taleo",
          "successfactors",
          "softgarden");

  private LeadReading() {}

  /** Reads a mail; of what it does not say nothing is there. */
  static LeadFacts of(MailMessage mail) {
    String text = body(mail);
    String subject = subject(mail);
    Optional<String> title = title(mail);
    Optional<String> company =
        labelled(text, "company|employer|client|unternehmen|firma|arbeitgeber")
            .flatMap(CardLine::name)
            .or(() -> employer(subject))
            .or(() -> employer(text))
            .or(() -> ofSender(mail));
    Matcher remote = REMOTE.matcher(subject + "\n" + text);
    return new LeadFacts(
        title,
        company,
        labelled(text, "location|place|standort|ort|arbeitsort")
            .flatMap(CardLine::name)
            .or(() -> place(subject + "\n" + text)),
        remote.find() ? RemoteMode.parse(remote.group(1)) : Optional.empty());
  }

  /** The title alone, which takes no time to find. */
  static Optional<String> title(MailMessage mail) {
    String text = body(mail);
    return labelled(text, "title|position|role|job title|stelle|titel")
        .map(CardLine::title)
        .or(() -> TitleWords.in(subject(mail)))
        .or(() -> TitleWords.in(text));
  }

  private static String subject(MailMessage mail) {
    return mail.subject().replaceFirst("(?i)^(?:(?:re|fw|fwd|aw|wg)\\s*:\\s*)+", "");
  }

  /** Its text up to the writer's name: below it stands who they are. */
  private static String body(MailMessage mail) {
    String text = mail.text().replace('’', '\'');
    text = text.substring(0, Math.min(text.length(), BEGINNING));
    Matcher closing = CLOSING.matcher(text);
    return closing.find() && closing.start() > 40 ? text.substring(0, closing.start()) : text;
  }

  private static Optional<String> labelled(String text, String names) {
    Matcher label = LABELLED.matcher(text);
    while (label.find()) {
      if (label.group(1).toLowerCase(Locale.ROOT).matches(names)) {
        return Optional.of(label.group(2).strip().replaceFirst("[*.]+$", ""));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> employer(String text) {
    for (Pattern pattern : EMPLOYER) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        Optional<String> name = name(matcher.group(1));
        if (name.isPresent()) {
          return name;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> name(String found) {
    var words = new ArrayList<String>();
    for (String word : found.replaceFirst("[.,'’-]+$", "").replaceFirst("'s$", "").split(" ")) {
      if (word.endsWith(".") && word.length() > 4) {
        words.add(word.substring(0, word.length() - 1));
        break;
      }
      words.add(word);
    }
    String name = String.join(" ", words);
    boolean employer =
        name.length() > 1
            && !NO_EMPLOYER.contains(name.toLowerCase(Locale.ROOT))
            && !NO_EMPLOYER.contains(words.getFirst().toLowerCase(Locale.ROOT))
            && TitleWords.in(name).isEmpty();
    return employer ? Optional.of(name) : Optional.empty();
  }

  /** Who writes from an address of an employer names it in the mail, too. */
  private static Optional<String> ofSender(MailMessage mail) {
    Optional<String> domain = mail.from().flatMap(Address::domain);
    if (domain.isEmpty()) {
      return Optional.empty();
    }
    String[] labels = domain.get().split("\\.");
    if (labels.length < 2) {
      return Optional.empty();
    }
    boolean twoParts = labels.length > 2 && labels[labels.length - 2].matches("co|com|org|ac|gov");
    String own = labels[labels.length - (twoParts ? 3 : 2)];
    if (FREE_MAIL.contains(own)) {
      return Optional.empty();
    }
    String spelled = Pattern.quote(own).replace("-", "\\E[\\s&-]*\\Q");
    String where =
        mail.from().flatMap(Address::name).orElse("") + "\n" + mail.subject() + "\n" + mail.text();
    Matcher name =
        Pattern.compile("(?iu)(?<!\\p{L}|@|\\.)" + spelled + "(?!\\p{L})(?!\\.\\p{L})")
            .matcher(where);
    return name.find() && Character.isUpperCase(name.group().charAt(0))
        ? Optional.of(name.group().replaceAll("\\s+", " "))
        : Optional.empty();
  }

  /** Only a place that is known: {@code in Time} is none. */
  private static Optional<String> place(String text) {
    Matcher at = AT_PLACE.matcher(text);
    while (at.find()) {
      String[] words = at.group(1).split(" ");
      for (int count = words.length; count > 0; count--) {
        String candidate =
            String.join(" ", List.of(words).subList(0, count)).replaceFirst("[.'’-]+$", "");
        boolean known =
            candidate.length() > 2
                && Places.find(candidate, 3).stream()
                    .anyMatch(place -> place.value().split(",")[0].equalsIgnoreCase(candidate));
        if (known) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }
}
