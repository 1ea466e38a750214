package dev.peregrine.plugin.board.hackernews;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.Place;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One part of a headline. */
record Segment(String text) {

  /** What a part is about, first of all. */
  enum Kind {
    ROLE,
    PLACE,
    PAY,
    EMPLOYMENT,
    LINK,
    OTHER
  }

  private static final int MOST_WORDS = 12;
  private static final int LONGEST_PLACE = 120;

  private static final Pattern DOMAIN =
      Pattern.compile("(?i)(?:www\\.)?[\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,}(?:/\\S*)?");
  private static final Pattern MAIL = Pattern.compile("\\S+@\\S+\\.\\S+");

  private static final Pattern ROLE =
      Pattern.compile(
          "(?i)\\b(?:engineer(?:s|ing)?|develop(?:er|ers|ment)|programmers?|designers?|managers?|scientists?"
              + "|analysts?|architects?|directors?|leads?|leaders?|head of|researchers?|recruiters?|writers?"
              + "|consultants?|specialists?|representatives?|technicians?|administrators?|interns?"
              + "|officers?|counsel|accountants?|marketers?|editors?|producers?|operators?|strategists?"
              + "|advocates?|co-?founders?|generalists?|devops|devs?|full[- ]?stack|back[- ]?end|front[- ]?end"
              + "|roles?|positions?|openings?|executives?|coordinators?|evangelists?|mathematicians?"
              + "|physicists?|chemists?|biologists?|traders?|artists?|assistants?|associates?|postdocs?"
              + "|product owners?|scrum masters?|sysadmins?)\\b");

  /** Short for roles, and at times for something else: SWE is Sweden, too. */
  private static final Pattern SHORT_ROLE =
      Pattern.compile(
          "\\b(?:SWEs?|SDEs?|SREs?|SDETs?|PMs?|EMs?|TPMs?|MLEs?|CTO|CEO|CFO|COO|CPO|VP|QA)\\b");

  private static final Pattern NO_ROLE_BY_ITSELF =
      Pattern.compile(
          "(?i)(?:roles?|positions?|openings?|multiple|various|several|open|many|\\W)+");

  private static final Pattern MONEY =
      Pattern.compile(
          "(?i)(?:[$€£₹¥]|\\b(?:usd|eur|gbp|chf|cad|aud)\\b).*\\d|\\d\\s*(?:[$€£₹]|usd|eur|gbp|chf|cad|aud)|\\b\\d{2,3}\\s*k\\b");
  private static final Pattern FUNDING =
      Pattern.compile(
          "(?i)\\b(?:raised|funding|funded|series [a-e]|seed|arr|revenue|valuation|backed)\\b|\\d\\s*(?:m|mm|b|bn|million|billion)\\b");

  private static final Pattern EMPLOYMENT_ONLY =
      Pattern.compile(
          "(?i)(?:full|part|time|ft|pt|fte|permanent|contract(?:or|ing)?|freelance|intern(?:s|ships?)?|temporary"
              + "|w2|or|and|only|position|employment|\\d+\\s?%|\\d+\\+?\\s?(?:h|hrs?|hours)|[^\\p{L}\\d])+");

  private static final Pattern NOT_REMOTE = Pattern.compile("(?i)\\b(?:no|not|non)[- ]+remote\\b");
  private static final Pattern HYBRID = Pattern.compile("(?i)\\bhybrid\\b");
  private static final Pattern REMOTE =
      Pattern.compile("(?i)\\b(?:remote(?:ly)?|wfh|work from home|distributed)\\b");
  private static final Pattern ON_SITE =
      Pattern.compile("(?i)\\b(?:on-?site|in[- ](?:office|person))\\b");
  private static final Pattern IN_BRACKETS =
      Pattern.compile("[(\\[]([^)\\]]*)[)\\]]|\\b(?:REMOTE|ONSITE|HYBRID)\\b");

  /** What stands around "remote" and is no place. */
  private static final Pattern FILLER =
      Pattern.compile(
          "(?i)\\b(?:hybrid|remote(?:ly)?|on-?site|in-?office|in-?person|wfh|work from home|distributed|fully|full"
              + "|ok|okay|friendly|first|possible|preferred|optional|only|no|not|non|and|or|but|required|allowed"
              + "|days?|per|a|week|in|the|office|team|company|culture|flexible|async|time ?zones?|utc|gmt|ce?s?t"
              + "|es?t|ps?t)\\b");

  private static final Pattern NAME = Pattern.compile("\\p{Lu}\\p{L}{2,}");
  private static final Pattern ASIDE = Pattern.compile("\\s+[-–—]\\s+");

  private static final Pattern FROM =
      Pattern.compile(
          "(?i)\\bremote(?: only|[- ]first|[- ]friendly)?\\s*[-–—:,(\\[/]*\\s*(?:(?:in|within|from|anywhere in)\\s+)?([^()\\[\\];|]{2,60})");

  /** What the part is about; who seeks a person says it more plainly than anything else. */
  Kind kind() {
    if (DOMAIN.matcher(text).matches() || MAIL.matcher(text).matches()) {
      return Kind.LINK;
    }
    if (isPay()) {
      return isRole() ? Kind.ROLE : Kind.PAY;
    }
    if (EMPLOYMENT_ONLY.matcher(text).matches() && !employmentTypes(text).isEmpty()) {
      return Kind.EMPLOYMENT;
    }
    if (ROLE.matcher(text).find()) {
      return Kind.ROLE;
    }
    if (!modesIn(text).isEmpty() || NOT_REMOTE.matcher(text).find() || Towns.isPlace(text)) {
      return Kind.PLACE;
    }
    return isRole() ? Kind.ROLE : Kind.OTHER;
  }

  private boolean isRole() {
    return ROLE.matcher(text).find() || SHORT_ROLE.matcher(text).find();
  }

  /** Whether a line names a role, and not only says that there are some. */
  static boolean isRoleName(String line) {
    return new Segment(line).isRole()
        && !NO_ROLE_BY_ITSELF.matcher(line).matches()
        && line.split("\\s+").length <= MOST_WORDS;
  }

  private boolean isPay() {
    return MONEY.matcher(text).find() && !FUNDING.matcher(text).find();
  }

  Optional<Salary> salary() {
    return isPay() ? Salary.parse(text) : Optional.empty();
  }

  /** Only plain words for it: a "Contract Manager" may be an employee. */
  Set<EmploymentType> employmentTypes() {
    Kind kind = kind();
    if (kind == Kind.EMPLOYMENT || kind == Kind.PAY) {
      return employmentTypes(text);
    }
    if (kind != Kind.ROLE) {
      return Set.of();
    }
    var plain =
        EnumSet.of(EmploymentType.FULL_TIME, EmploymentType.PART_TIME, EmploymentType.INTERNSHIP);
    plain.retainAll(employmentTypes(text));
    return plain;
  }

  private static Set<EmploymentType> employmentTypes(String words) {
    return EmploymentType.parse(words.replaceAll("(?i)\\bfte\\b", "full-time"));
  }

  /** How the work may be done; of a role only what stands in brackets or capitals. */
  Set<RemoteMode> modes() {
    if (kind() != Kind.ROLE) {
      return modesIn(text);
    }
    var modes = EnumSet.noneOf(RemoteMode.class);
    Matcher aside = IN_BRACKETS.matcher(text);
    while (aside.find()) {
      modes.addAll(modesIn(aside.group()));
    }
    return modes;
  }

  private static Set<RemoteMode> modesIn(String words) {
    var modes = EnumSet.noneOf(RemoteMode.class);
    if (HYBRID.matcher(words).find()) {
      return EnumSet.of(RemoteMode.HYBRID);
    }
    if (REMOTE.matcher(words).find() && !NOT_REMOTE.matcher(words).find()) {
      modes.add(RemoteMode.REMOTE);
    }
    if (ON_SITE.matcher(words).find()) {
      modes.add(RemoteMode.ON_SITE);
    }
    return modes;
  }

  /** The place, where the part says where and not only how. */
  Optional<Place> place() {
    String said = FILLER.matcher(text).replaceAll(",");
    boolean isNamed =
        Towns.isPlace(said)
            || NAME.matcher(said).find() && said.chars().noneMatch(Character::isDigit);
    return isNamed && text.length() <= LONGEST_PLACE
        ? Place.parse(withoutRemark())
        : Optional.empty();
  }

  /** {@code Bern, Switzerland - We wait for cheese}: what follows the dash is no place. */
  private String withoutRemark() {
    String[] halves = ASIDE.split(text, 2);
    boolean isRemark =
        halves.length == 2
            && Towns.isPlace(halves[0])
            && !Towns.isPlace(halves[1])
            && modesIn(halves[1]).isEmpty();
    return isRemark ? halves[0] : text;
  }

  /** The country or region behind "remote", where it is one: {@code Remote (US only)}. */
  Optional<String> remoteFrom() {
    Matcher from = FROM.matcher(text);
    return from.find()
        ? Optional.of(from.group(1).replaceAll("(?i)\\b(?:only|based|preferred)\\b", "").strip())
            .filter(place -> Towns.areAllPlaces(place))
        : Optional.empty();
  }
}
