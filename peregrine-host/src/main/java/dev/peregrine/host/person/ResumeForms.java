package dev.peregrine.host.person;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.resumes.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Draws a draft as a form.
 *
 * @param errors by a field's name
 * @param doubts what the reader was unsure of; none once the person has looked at it
 * @param focus the name of the field or button that has the cursor next; empty for none
 */
record ResumeForms(Map<String, String> errors, List<Evidence> doubts, String focus) {

  static ResumeForms plain() {
    return new ResumeForms(Map.of(), List.of(), "");
  }

  ResumeFormPart part(String token, long id, int seen, boolean changed, Draft draft) {
    var blocks = new ArrayList<ResumeFormPart.Block>();
    for (Field.Section section : Field.SECTIONS) {
      blocks.add(block(section, draft.entries(section)));
    }
    List<ResumeFormPart.Shown> about =
        Field.ABOUT.stream().map(f -> shown(f, f.key(), f.key(), draft.value(f.key()))).toList();
    List<ResumeFormPart.Shown> groups =
        Field.GROUPS.stream().map(f -> shown(f, f.key(), f.key(), draft.value(f.key()))).toList();
    long marked =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.concat(about.stream(), groups.stream()),
                blocks.stream().flatMap(b -> b.items().stream()).flatMap(i -> i.fields().stream()))
            .filter(field -> !field.doubt().isEmpty())
            .count();
    return new ResumeFormPart(
        token, id, seen, changed, about, blocks, groups, errors.size(), (int) marked);
  }

  private ResumeFormPart.Block block(Field.Section section, List<Draft.Entry> entries) {
    var items = new ArrayList<ResumeFormPart.Item>();
    for (int at = 0; at < entries.size(); at++) {
      Draft.Entry entry = entries.get(at);
      String place = section.path() + "[" + at + "]";
      String stored = section.path() + "[" + entry.from() + "]";
      String name =
          section.naming().stream()
              .map(entry::value)
              .filter(text -> !text.isBlank())
              .collect(Collectors.joining(", "));
      items.add(
          new ResumeFormPart.Item(
              at,
              entry.from(),
              name.isEmpty() ? t("person.new-entry", "section", section.title()) : name,
              section.fields().stream()
                  .map(
                      f ->
                          shown(
                              f,
                              place + "." + f.key(),
                              stored + "." + f.key(),
                              entry.value(f.key())))
                  .toList(),
              at == 0,
              at == entries.size() - 1,
              focus.equals(place + "!up") ? "up" : focus.equals(place + "!down") ? "down" : ""));
    }
    return new ResumeFormPart.Block(
        section.path(),
        section.title(),
        section.add(),
        items,
        focus.equals(section.path() + "!add"));
  }

  private ResumeFormPart.Shown shown(Field field, String name, String stored, String value) {
    Optional<Evidence> doubt = doubt(field, stored, value);
    return new ResumeFormPart.Shown(
        name,
        field.label(),
        field.help(),
        field.kind(),
        FieldText.said(field, value),
        errors.getOrDefault(name, ""),
        doubt.map(found -> says(field, found)).orElse(""),
        doubt.map(Evidence::firstLine).orElse(0),
        name.equals(focus));
  }

  /** One that the person has changed since is theirs, and no doubt of the reader's any more. */
  private Optional<Evidence> doubt(Field field, String stored, String value) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    boolean isList =
        switch (field.kind()) {
          case LINES, WORDS, GROUPS -> true;
          case LINE, EMAIL, ADDRESS, DATE, UNTIL, AREA -> false;
        };
    return doubts.stream()
        .filter(
            found ->
                isList
                    ? found.path().startsWith(stored + "[") && value.contains(found.value())
                    : found.path().equals(stored) && value.strip().equals(found.value().strip()))
        .findFirst();
  }

  private static String says(Field field, Evidence found) {
    return switch (field.kind()) {
      case LINES, WORDS, GROUPS -> t("person.unsure-of", "value", found.value());
      case LINE, EMAIL, ADDRESS, DATE, UNTIL, AREA -> t("person.unsure");
    };
  }

  /** Where the cursor goes after an entry was added, removed or moved. */
  static String focusAfter(String verb, String path, int at, Draft draft) {
    var sizes = new HashMap<String, Integer>();
    draft.lists().forEach((section, entries) -> sizes.put(section, entries.size()));
    int size = sizes.getOrDefault(path, 0);
    Optional<Field.Section> section =
        Field.SECTIONS.stream().filter(s -> s.path().equals(path)).findFirst();
    return section
        .map(
            s ->
                switch (verb) {
                  case "add" -> "%s[%d].%s".formatted(path, size - 1, s.fields().getFirst().key());
                  case "up" ->
                      at - 1 == 0 ? path + "[0]!down" : "%s[%d]!up".formatted(path, at - 1);
                  case "down" ->
                      at + 1 == size - 1
                          ? "%s[%d]!up".formatted(path, at + 1)
                          : "%s[%d]!down".formatted(path, at + 1);
                  default -> path + "!add";
                })
        .orElse("");
  }
}
