package dev.peregrine.host.resumes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds dates and periods in the writing of many languages. */
final class Dates {

  /** Where it stands, what it says, and whether it says from when to when. */
  record Hit(int start, int end, Period period, boolean range) {}

  private static final Map<String, Integer> MONTHS = months();
  private static final String MONTH =
      "(?:"
          + MONTHS.keySet().stream()
              .sorted((a, b) -> b.length() - a.length())
              .collect(Collectors.joining("|"))
          + ")(?![a-z])\\.?";
  private static final String YEAR = "(?:19[4-9]\\d|20[0-4]\\d)(?!\\d)";
  private static final String SHORT = "'\\d{2}(?!\\d)";
  private static final String SEASON =
      "(?:q[1-4]|[1-4]\\.? ?(?:quartal|quarter)|spring|summer|fall|autumn|winter|fruhjahr|fruhling|sommer|herbst|ete|printemps|automne|hiver|primavera|verano|otono|invierno|estate|autunno|inverno|verao|outono|voorjaar|zomer|herfst|najaar|wiosna|lato|jesien|zima|var|host|ws|ss|sose|wise|mid|early|late|mitte|ende|anfang|end of|ca\\.?|approx\\.?)";
  private static final String OF = "\\s*(?:de |del |of |d')?\\s*";
  private static final String POINT =
      "(?:(?<!\\d)\\d{1,2}[./]\\s?\\d{1,2}[./]\\s?"
          + YEAR
          + "|(?<!\\d)"
          + YEAR
          + "[-./](?:0[1-9]|1[0-2])(?:[-./](?:0[1-9]|[12]\\d|3[01]))?(?!\\d)"
          + "|(?<![\\d.])(?:0?[1-9]|1[0-2])\\s?[./-]\\s?"
          + YEAR
          + "|(?:(?<!\\d)\\d{1,2}(?:st|nd|rd|th|er|º|\\.)?"
          + OF
          + ")?(?<![a-z])"
          + MONTH
          + "(?:\\s*\\d{1,2}(?:st|nd|rd|th)?,)?[,/-]?"
          + OF
          + "(?:"
          + YEAR
          + "|"
          + SHORT
          + ")|(?<![a-z])"
          + SEASON
          + "[\\s/-]*(?:"
          + YEAR
          + "|"
          + SHORT
          + "|\\d{2}/\\d{2}(?!\\d))|(?<![\\d$€£#])"
          + YEAR
          + "(?![%+,]?\\d)|(?<!\\w)"
          + SHORT
          + ")";
  private static final String PRESENT =
      "(?:presently|present|currently|current|now|today|ongoing|till date|to date|date|heute|jetzt|aktuell|laufend|gegenwart|dato|aujourd'hui|aujourd hui|present|actuellement|actuel|en cours|a ce jour|ce jour|maintenant|actualidad|actualmente|actual|presente|hoy|la fecha|attualmente|attuale|oggi|in corso|ad oggi|atualmente|atual|hoje|momento|o momento|heden|nu|huidig|vandaag|obecnie|obecny|teraz|nadal|chwili obecnej|dzis|pagaende|nuvarande|idag|i dag|tillsvidare|nutid|na|naa)(?![a-z])";
  private static final String TO =
      "\\s*(?:-{1,3}|–|—|‒|−|―|~|→|(?<![a-z])(?:to|bis|bis zu|through|thru|until|till|til|a la|au|al|a|hasta|ate a|ate o|ate|tot en met|tot|t/m|do|fino a|fino al|ad|jusqu'a|jusqu'en|a|e)(?![a-z]))\\s*(?:(?:bis|zum|today's|the|la|el|l')\\s*)?";
  private static final String FROM =
      "(?:(?<![a-z])(?:from|von|vom|de|du|del|desde|dal|da|van|od|fran|fra|ab|since|seit|depuis|sinds|vanaf|sedan|siden|desde|dall'|z)\\s+)?";
  private static final String SINCE =
      "(?<![a-z])(?:since|seit|ab|depuis|desde|dal|sinds|vanaf|od|sedan|siden|fran och med|from)\\s+";
  private static final Pattern RANGE =
      Pattern.compile(FROM + "(?<a>" + POINT + ")" + TO + "(?<b>" + POINT + "|" + PRESENT + ")");
  private static final Pattern MONTHS_OF_YEAR =
      Pattern.compile("(?<![a-z])(?<a>" + MONTH + ")" + TO + "(?<b>" + POINT + ")");
  private static final Pattern SHORT_END =
      Pattern.compile("(?<!\\d)(?<a>" + YEAR + ")\\s?[-–/]\\s?(?<b>\\d{2})(?!\\d|[./-]\\d)");
  private static final Pattern SINCE_POINT = Pattern.compile(SINCE + "(?<a>" + POINT + ")");
  private static final Pattern OPEN =
      Pattern.compile("(?<a>" + POINT + ")\\s*(?:-|–|—)\\s*(?:\\.{2,3}|…)?(?=$|[)\\]|\\t,;])");
  private static final Pattern UNTIL =
      Pattern.compile("(?:^|(?<=[\\t(|]))\\s*(?:-|–|—|bis|until|tot|do)\\s*(?<a>" + POINT + ")");
  private static final Pattern ALONE = Pattern.compile("(?<a>" + POINT + ")");
  private static final String UNIT =
      "(?:years?|yrs?|y|months?|mos?|m|jahre?n?|monate?n?|jahr|monat|ans?|annees?|mois|anos?|mes(?:es)?|anni|anno|mesi|mese|meses|jaar|maanden|maand|lat|lata|rok|miesiac\\w*|mies\\.?|ar|manader|manad)(?![a-z])\\.?";
  private static final String LENGTH =
      "(?:(?:ca\\.? )?\\d{1,2}(?:[.,]\\d)?\\+?\\s?"
          + UNIT
          + "(?:[\\s,]*(?:and|und|et|y|e|i)?\\s*\\d{1,2}\\s?"
          + UNIT
          + ")?)";
  private static final Pattern LENGTH_AFTER =
      Pattern.compile("^\\s*r?\\.?\\s*[(\\[·•,|–-]?\\s*" + LENGTH + "\\s*[)\\]]?");
  private static final Pattern LENGTH_ALONE =
      Pattern.compile("^[(\\[]?\\s*" + LENGTH + "\\s*[)\\]]?$");

  private Dates() {}

  private static Map<String, Integer> months() {
    String[] names = {
      "january januar janvier enero gennaio janeiro januari stycznia styczen styczniu jan janv ene gen sty jaen",
      "february februar fevrier febrero febbraio fevereiro februari luty lutego feb fev febr fevr lut",
      "march marz mars marzo marco maart marzec marca mar mrz mrt maerz",
      "april avril abril aprile kwiecien kwietnia apr avr abr kwi",
      "may mai mayo maggio maio mei maj maja mag",
      "june juni juin junio giugno junho czerwiec czerwca jun giu cze",
      "july juli juillet julio luglio julho lipiec lipca jul juil lug lip",
      "august aout agosto augustus augusti sierpien sierpnia aug ago sie aou",
      "september septembre septiembre settembre setembro wrzesien wrzesnia sep sept set wrz setiembre",
      "october oktober octobre octubre ottobre outubro pazdziernik pazdziernika oct okt ott out paz",
      "november novembre noviembre novembro listopad listopada nov lis",
      "december dezember decembre diciembre dicembre dezembro grudzien grudnia dec dez dic gru"
    };
    var months = new HashMap<String, Integer>();
    for (int month = 0; month < 12; month++) {
      for (String name : names[month].split(" ")) {
        months.putIfAbsent(name, month + 1);
      }
    }
    return months;
  }

  /** All of a line, from left to right. */
  static List<Hit> in(String text) {
    String folded = Fold.same(text);
    if (!folded.matches("(?s).*\\d{2}.*")) {
      return List.of();
    }
    var hits = new ArrayList<Hit>();
    find(MONTHS_OF_YEAR, folded, hits);
    find(RANGE, folded, hits);
    find(SHORT_END, folded, hits);
    find(SINCE_POINT, folded, hits);
    find(OPEN, folded, hits);
    find(UNTIL, folded, hits);
    find(ALONE, folded, hits);
    hits.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return hits;
  }

  /** Whether the line is only how long something took. */
  static boolean isLength(String text) {
    return LENGTH_ALONE.matcher(Fold.same(text).strip()).matches();
  }

  private static void find(Pattern pattern, String text, List<Hit> hits) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      int start = matcher.start();
      int end = matcher.end();
      if (hits.stream().anyMatch(hit -> hit.start() < end && start < hit.end())) {
        continue;
      }
      period(pattern, matcher)
          .ifPresent(
              period -> {
                Matcher after = LENGTH_AFTER.matcher(text.substring(end));
                int more = after.find() ? after.end() : 0;
                boolean range = pattern != ALONE && pattern != UNTIL;
                hits.add(new Hit(start, end + more, period, range));
              });
    }
  }

  private static Optional<Period> period(Pattern pattern, Matcher matcher) {
    String from = matcher.group("a");
    if (pattern == ALONE || pattern == UNTIL) {
      return point(from).map(Period::until);
    }
    if (pattern == SINCE_POINT || pattern == OPEN) {
      return point(from).map(Period::since);
    }
    String to = matcher.group("b");
    if (pattern == SHORT_END) {
      String end = from.substring(0, 2) + to;
      return Integer.parseInt(end) > Integer.parseInt(from)
              && Integer.parseInt(end) <= Integer.parseInt(from) + 30
          ? Optional.of(between(point(from), point(end)))
          : Optional.empty();
    }
    Optional<PartialDate> end = point(to);
    if (pattern == MONTHS_OF_YEAR) {
      Integer month = MONTHS.get(from.replace(".", ""));
      return end.flatMap(
          last ->
              month == null || last.month() == 0
                  ? Optional.empty()
                  : Optional.of(Period.between(PartialDate.of(last.year(), month), last)));
    }
    Optional<PartialDate> start = point(from);
    if (end.isEmpty()) {
      return start.map(Period::since);
    }
    return start.isPresent() && start.get().year() <= end.get().year()
        ? Optional.of(between(start, end))
        : Optional.empty();
  }

  private static Period between(Optional<PartialDate> start, Optional<PartialDate> end) {
    return new Period(start, end, false);
  }

  private static Optional<PartialDate> point(String text) {
    Matcher month = Pattern.compile("(?<![a-z])" + MONTH).matcher(text);
    int year = year(text);
    if (year == 0) {
      return Optional.empty();
    }
    if (month.find()) {
      Integer number = MONTHS.get(month.group().replace(".", ""));
      if (number != null) {
        return Optional.of(PartialDate.of(year, number));
      }
    }
    Matcher numbers = Pattern.compile("\\d+").matcher(text);
    var all = new ArrayList<Integer>();
    while (numbers.find()) {
      all.add(Integer.parseInt(numbers.group()));
    }
    if (Pattern.compile("[a-z']").matcher(text).find() || all.size() < 2) {
      return Optional.of(PartialDate.of(year));
    }
    try {
      if (all.getFirst() == year) {
        return Optional.of(new PartialDate(year, all.get(1), all.size() > 2 ? all.get(2) : 0));
      }
      if (all.size() == 2) {
        return Optional.of(PartialDate.of(year, all.getFirst()));
      }
      boolean american = all.get(1) > 12;
      return Optional.of(
          american
              ? new PartialDate(year, all.get(0), all.get(1))
              : new PartialDate(year, all.get(1), all.get(0)));
    } catch (IllegalArgumentException noDate) {
      return Optional.of(PartialDate.of(year));
    }
  }

  private static int year(String text) {
    Matcher whole = Pattern.compile("(?<!\\d)" + YEAR).matcher(text);
    if (whole.find()) {
      return Integer.parseInt(whole.group());
    }
    Matcher brief = Pattern.compile("'(\\d{2})").matcher(text);
    if (brief.find()) {
      int two = Integer.parseInt(brief.group(1));
      return two <= 45 ? 2000 + two : 1900 + two;
    }
    return 0;
  }
}
