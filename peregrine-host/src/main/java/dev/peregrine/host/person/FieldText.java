package dev.peregrine.host.person;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.resumes.PartialDate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A value of a document as text in a form, and back. */
final class FieldText {

  private static final String PRESENT = "present";
  private static final Pattern DATE =
      Pattern.compile("(?:(\\d{1,2})\\s*[/.]\\s*|(\\p{L}{3,})\\.?\\s+)?(\\d{4})");
  private static final Set<String> NOW =
      Set.of(PRESENT, "now", "today", "heute", "bis heute", "jetzt", "laufend");

  /** Years of a skill or how well somebody is at it, in the languages of the form. */
  private static final Pattern IN_PARENTHESES =
      Pattern.compile(
          "\\((?:\\d+(?:\\.\\d+)? (?:years?|Jahre?))?(?:, )?(?:(?:level|Niveau): [^()]*)?\\)");

  private static final List<List<String>> MONTHS =
      List.of(
          List.of("jan"),
          List.of("feb"),
          List.of("mar", "mär", "mrz"),
          List.of("apr"),
          List.of("may", "mai"),
          List.of("jun"),
          List.of("jul"),
          List.of("aug"),
          List.of("sep"),
          List.of("oct", "okt"),
          List.of("nov"),
          List.of("dec", "dez"));
  private static final Pattern YEARS =
      Pattern.compile("(.*\\S)\\s*\\((?:(\\d+(?:\\.\\d+)?) years?)?(?:, )?(?:level: ([^()]*))?\\)");

  private FieldText() {}

  /** A member of an object, as it stands in a form. */
  static String shown(Map<?, ?> object, Field field) {
    @Nullable Object value = object.get(leaf(field.key()));
    return switch (field.kind()) {
      case LINE, EMAIL, ADDRESS, DATE, AREA -> value == null ? "" : value.toString();
      case UNTIL ->
          Boolean.TRUE.equals(object.get("current"))
              ? PRESENT
              : value == null ? "" : value.toString();
      case LINES -> joined(value, "\n");
      case WORDS -> joined(value, ", ");
      case GROUPS -> groups(value);
    };
  }

  /** Puts what was typed into an object; nothing typed takes the member away. */
  static void put(Map<String, Object> object, Field field, String typed) {
    String key = leaf(field.key());
    if (field.kind() == Field.Kind.UNTIL) {
      object.remove("current");
      if (isPresent(typed)) {
        object.remove(key);
        object.put("current", true);
        return;
      }
    }
    if (typed.isBlank()) {
      object.remove(key);
      return;
    }
    switch (field.kind()) {
      case LINE, EMAIL, ADDRESS, AREA -> object.put(key, typed.strip());
      case DATE, UNTIL -> object.put(key, date(typed).map(Object::toString).orElse(typed.strip()));
      case LINES -> object.put(key, parts(typed, "\\R"));
      case WORDS -> object.put(key, parts(typed, ","));
      case GROUPS -> object.put(key, groups(typed, object.get(key)));
    }
  }

  static boolean isPresent(String typed) {
    return NOW.contains(typed.strip().toLowerCase(Locale.ROOT));
  }

  /** What stands in a form, in the person's language; a draft has it in English. */
  static String said(Field field, String value) {
    return switch (field.kind()) {
      case UNTIL -> value.equals(PRESENT) ? t("person.present") : value;
      case GROUPS -> IN_PARENTHESES.matcher(value).replaceAll(FieldText::said);
      case LINE, EMAIL, ADDRESS, DATE, AREA, LINES, WORDS -> value;
    };
  }

  private static String said(MatchResult years) {
    String all = years.group();
    if (!t("person.skill-years").equals("years")) {
      all = all.replaceFirst("years?\\b", t("person.skill-years"));
    }
    return Matcher.quoteReplacement(all.replace("level: ", t("person.skill-level") + ": "));
  }

  /** What was typed, in any language, as a draft has it. */
  static String meant(Field field, String typed) {
    return switch (field.kind()) {
      case UNTIL -> isPresent(typed) ? PRESENT : typed;
      case GROUPS ->
          IN_PARENTHESES
              .matcher(typed)
              .replaceAll(
                  years ->
                      Matcher.quoteReplacement(
                          years
                              .group()
                              .replaceFirst("Jahre?\\b", "years")
                              .replace("Niveau: ", "level: ")));
      case LINE, EMAIL, ADDRESS, DATE, AREA, LINES, WORDS -> typed;
    };
  }

  /** {@code 2021-03-01}, {@code 2021-03}, {@code 2021}, {@code 03/2021} or {@code March 2021}. */
  static Optional<PartialDate> date(String typed) {
    String text = typed.strip();
    Optional<PartialDate> exact = PartialDate.parse(text);
    Matcher matcher = DATE.matcher(text);
    if (exact.isPresent() || !matcher.matches()) {
      return exact;
    }
    int year = Integer.parseInt(matcher.group(3));
    int month = 0;
    if (matcher.group(1) != null) {
      month = Integer.parseInt(matcher.group(1));
    } else if (matcher.group(2) != null) {
      month = month(matcher.group(2).substring(0, 3).toLowerCase(Locale.ROOT));
    } else {
      return Optional.of(PartialDate.of(year));
    }
    return month < 1 || month > 12 || year < 1000
        ? Optional.empty()
        : Optional.of(PartialDate.of(year, month));
  }

  /** 0 for a word that is none. */
  private static int month(String word) {
    return 1
        + IntStream.range(0, MONTHS.size())
            .filter(at -> MONTHS.get(at).contains(word))
            .findFirst()
            .orElse(-1);
  }

  static List<String> parts(String typed, String separator) {
    return Stream.of(typed.split(separator))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static String joined(@Nullable Object value, String separator) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(separator))
        : "";
  }

  private static String groups(@Nullable Object value) {
    var lines = new ArrayList<String>();
    if (value instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Map<?, ?> group) {
          lines.add(group(group));
        }
      }
    }
    return String.join("\n", lines);
  }

  private static String group(Map<?, ?> group) {
    String name = group.get("name") == null ? "" : group.get("name").toString();
    String keywords = joined(group.get("keywords"), ", ");
    var more = new ArrayList<String>();
    if (group.get("years") != null) {
      String years = new BigDecimal(group.get("years").toString()).toPlainString();
      more.add(years + (years.equals("1") ? " year" : " years"));
    }
    if (group.get("level") != null) {
      more.add("level: " + group.get("level"));
    }
    String head = more.isEmpty() ? name : "%s (%s)".formatted(name, String.join(", ", more));
    return keywords.isEmpty() ? head : head.isEmpty() ? keywords : head + ": " + keywords;
  }

  /** What the document says of a group beyond the line stays with the group of that name. */
  private static List<Map<String, Object>> groups(String typed, @Nullable Object before) {
    var groups = new ArrayList<Map<String, Object>>();
    for (String line : parts(typed, "\\R")) {
      int split = colonOutsideParentheses(line);
      String head = split > 0 ? line.substring(0, split) : line;
      Matcher years = YEARS.matcher(head);
      boolean says = years.matches() && (years.group(2) != null || years.group(3) != null);
      String name = says ? years.group(1) : head;
      var group = new LinkedHashMap<String, Object>(named(name, before));
      group.put("name", name);
      group.keySet().removeAll(List.of("years", "level", "keywords"));
      if (says && years.group(2) != null) {
        group.put("years", new BigDecimal(years.group(2)));
      }
      if (says && years.group(3) != null) {
        group.put("level", years.group(3));
      }
      if (split > 0) {
        group.put("keywords", parts(line.substring(split + 1), ","));
      }
      groups.add(group);
    }
    return groups;
  }

  private static int colonOutsideParentheses(String line) {
    int depth = 0;
    for (int at = 0; at < line.length() - 1; at++) {
      char letter = line.charAt(at);
      depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
      if (depth <= 0 && letter == ':' && line.charAt(at + 1) == ' ') {
        return at;
      }
    }
    return -1;
  }

  private static Map<String, Object> named(String name, @Nullable Object before) {
    var found = new LinkedHashMap<String, Object>();
    if (before instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Map<?, ?> group && name.equals(group.get("name"))) {
          group.forEach(
              (key, value) -> {
                if (value != null) {
                  found.put(String.valueOf(key), value);
                }
              });
        }
      }
    }
    return found;
  }

  static String leaf(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
