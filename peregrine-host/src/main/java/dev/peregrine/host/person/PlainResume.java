package dev.peregrine.host.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A résumé as plain text: what is scored once the person has edited it. */
final class PlainResume {

  private PlainResume() {}

  static String of(Draft draft) {
    var text = new StringBuilder();
    for (Field field : Field.ABOUT) {
      line(text, draft.value(field.key()));
    }
    for (Field.Section section : Field.SECTIONS) {
      List<String> entries =
          draft.entries(section).stream()
              .filter(entry -> !entry.isBlank())
              .map(entry -> entry(section, entry))
              .toList();
      if (!entries.isEmpty()) {
        text.append('\n').append(section.heading()).append('\n');
        entries.forEach(text::append);
      }
    }
    for (Field field : Field.GROUPS) {
      if (!draft.value(field.key()).isBlank()) {
        text.append('\n').append(heading(field)).append('\n');
        line(text, draft.value(field.key()));
      }
    }
    return text.toString().strip();
  }

  private static String entry(Field.Section section, Draft.Entry entry) {
    var facts = new ArrayList<String>();
    var prose = new ArrayList<String>();
    for (Field field : section.fields()) {
      String value = entry.value(field.key()).strip();
      if (!value.isEmpty()) {
        switch (field.kind()) {
          case LINE, EMAIL, ADDRESS, WORDS -> facts.add(value);
          case DATE, UNTIL -> facts.add(word(field) + " " + value);
          case AREA, GROUPS -> prose.add(value);
          case LINES -> value.lines().map(line -> "- " + line).forEach(prose::add);
        }
      }
    }
    return Stream.concat(Stream.of(String.join(" | ", facts)), prose.stream())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String heading(Field field) {
    return field.key().substring(0, 1).toUpperCase(Locale.ROOT) + field.key().substring(1);
  }

  private static String word(Field field) {
    return switch (field.key()) {
      case "startDate" -> "from";
      case "endDate" -> "to";
      default -> "when";
    };
  }

  private static void line(StringBuilder text, String value) {
    if (!value.isBlank()) {
      text.append(value.strip()).append('\n');
    }
  }
}
