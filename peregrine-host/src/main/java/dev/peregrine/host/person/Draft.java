package dev.peregrine.host.person;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.ResumeJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A résumé as it stands in a form, which may be half done.
 *
 * @param values the fields that stand by themselves, by path
 * @param lists the entries of each section, by its path
 */
record Draft(Map<String, String> values, Map<String, List<Entry>> lists) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final int MOST_ENTRIES = 200;

  /**
   * An entry of a section.
   *
   * @param from its place in the stored document, so that what the form does not show stays with
   *     it; empty for a new one
   * @param values by the field's key
   */
  record Entry(String from, Map<String, String> values) {

    String value(String key) {
      return values.getOrDefault(key, "");
    }

    boolean isBlank() {
      return values.values().stream().allMatch(String::isBlank);
    }
  }

  static List<Field> single() {
    return java.util.stream.Stream.concat(Field.ABOUT.stream(), Field.GROUPS.stream()).toList();
  }

  String value(String path) {
    return values.getOrDefault(path, "");
  }

  List<Entry> entries(Field.Section section) {
    return lists.getOrDefault(section.path(), List.of());
  }

  static Draft of(ResumeDocument document) {
    Map<String, Object> root = ResumeJson.of(document);
    var values = new LinkedHashMap<String, String>();
    for (Field field : single()) {
      values.put(field.key(), FieldText.shown(parent(root, field.key()), field));
    }
    var lists = new LinkedHashMap<String, List<Entry>>();
    for (Field.Section section : Field.SECTIONS) {
      var entries = new ArrayList<Entry>();
      for (Object item : list(root, section.path())) {
        if (item instanceof Map<?, ?> object) {
          var shown = new LinkedHashMap<String, String>();
          section.fields().forEach(f -> shown.put(f.key(), FieldText.shown(object, f)));
          entries.add(new Entry(Integer.toString(entries.size()), shown));
        }
      }
      lists.put(section.path(), entries);
    }
    return new Draft(values, lists);
  }

  /**
   * Reads a form.
   *
   * @param typed the value of a field of that name, null where the form has none such
   */
  static Draft read(Function<String, @Nullable String> typed) {
    var values = new LinkedHashMap<String, String>();
    for (Field field : single()) {
      values.put(field.key(), text(field, typed.apply(field.key())));
    }
    var lists = new LinkedHashMap<String, List<Entry>>();
    for (Field.Section section : Field.SECTIONS) {
      var entries = new ArrayList<Entry>();
      for (int at = 0; at < MOST_ENTRIES; at++) {
        String place = section.path() + "[" + at + "].";
        String from = typed.apply(place + "from");
        if (from == null) {
          break;
        }
        var entry = new LinkedHashMap<String, String>();
        section.fields().forEach(f -> entry.put(f.key(), text(f, typed.apply(place + f.key()))));
        entries.add(new Entry(from, entry));
      }
      lists.put(section.path(), entries);
    }
    return new Draft(values, lists);
  }

  private static String text(Field field, @Nullable String typed) {
    return typed == null ? "" : FieldText.meant(field, typed.replace("\r\n", "\n").strip());
  }

  /** Adds, removes or moves an entry; anything else changes nothing. */
  Draft changed(String verb, String path, int at) {
    Optional<Field.Section> section =
        Field.SECTIONS.stream().filter(s -> s.path().equals(path)).findFirst();
    if (section.isEmpty()) {
      return this;
    }
    var entries = new ArrayList<>(entries(section.get()));
    boolean there = at >= 0 && at < entries.size();
    switch (verb) {
      case "add" -> entries.add(new Entry("", Map.of()));
      case "remove" -> {
        if (there) {
          entries.remove(at);
        }
      }
      case "up", "down" -> {
        int to = verb.equals("up") ? at - 1 : at + 1;
        if (there && to >= 0 && to < entries.size()) {
          entries.add(to, entries.remove(at));
        }
      }
      default -> {
        return this;
      }
    }
    var changed = new LinkedHashMap<>(lists);
    changed.put(path, entries);
    return new Draft(values, changed);
  }

  /** What is wrong, by the field's name in the form. */
  Map<String, String> errors() {
    var errors = new LinkedHashMap<String, String>();
    Field.ABOUT.forEach(f -> check(f, f.key(), value(f.key()), errors));
    for (Field.Section section : Field.SECTIONS) {
      List<Entry> entries = entries(section);
      for (int at = 0; at < entries.size(); at++) {
        for (Field field : section.fields()) {
          String name = "%s[%d].%s".formatted(section.path(), at, field.key());
          check(field, name, entries.get(at).value(field.key()), errors);
        }
      }
    }
    return errors;
  }

  private static void check(Field field, String name, String typed, Map<String, String> errors) {
    if (typed.isEmpty()) {
      return;
    }
    boolean wrong =
        switch (field.kind()) {
          case EMAIL -> !EMAIL.matcher(typed).matches();
          case DATE -> FieldText.date(typed).isEmpty();
          case UNTIL -> FieldText.date(typed).isEmpty() && !FieldText.isPresent(typed);
          case ADDRESS ->
              typed.contains(" ") || typed.toLowerCase(Locale.ROOT).startsWith("javascript:");
          case LINE, AREA, LINES, WORDS, GROUPS -> false;
        };
    if (wrong) {
      errors.put(
          name,
          switch (field.kind()) {
            case EMAIL -> t("person.no-email", "typed", typed);
            case DATE -> t("person.no-date", "typed", typed);
            case UNTIL -> t("person.no-until", "typed", typed);
            default -> t("person.no-address", "typed", typed);
          });
    }
  }

  boolean isBlank() {
    return values.values().stream().allMatch(String::isBlank)
        && lists.values().stream().flatMap(List::stream).allMatch(Entry::isBlank);
  }

  /** The document with what stands in the form; blank entries are left out. */
  ResumeDocument onto(ResumeDocument stored) {
    Map<String, Object> root = copy(ResumeJson.of(stored));
    for (Field field : single()) {
      Map<String, Object> parent = parentToWrite(root, field.key());
      FieldText.put(parent, field, value(field.key()));
    }
    for (Field.Section section : Field.SECTIONS) {
      List<?> before = list(root, section.path());
      var after = new ArrayList<Object>();
      for (Entry entry : entries(section)) {
        if (!entry.isBlank()) {
          Map<String, Object> object = before(before, entry.from());
          section.fields().forEach(f -> FieldText.put(object, f, entry.value(f.key())));
          after.add(object);
        }
      }
      Map<String, Object> parent = parentToWrite(root, section.path());
      if (after.isEmpty()) {
        parent.remove(FieldText.leaf(section.path()));
      } else {
        parent.put(FieldText.leaf(section.path()), after);
      }
    }
    Map<String, Object> basics = parentToWrite(root, "basics.location");
    if (basics.get("location") instanceof Map<?, ?> nowhere && nowhere.isEmpty()) {
      basics.remove("location");
    }
    return ResumeJson.read(JSON.writeValueAsString(root)).orElse(ResumeDocument.EMPTY);
  }

  private static Map<String, Object> before(List<?> entries, String from) {
    if (from.matches("\\d{1,4}") && Integer.parseInt(from) < entries.size()) {
      if (entries.get(Integer.parseInt(from)) instanceof Map<?, ?> object) {
        return copy(object);
      }
    }
    return new LinkedHashMap<>();
  }

  @SuppressWarnings("NullAway") // JSON's null is a value here
  private static Map<String, Object> copy(Map<?, ?> object) {
    var copy = new LinkedHashMap<String, Object>();
    object.forEach((key, value) -> copy.put(String.valueOf(key), value));
    return copy;
  }

  private static List<?> list(Map<String, Object> root, String path) {
    return parent(root, path).get(FieldText.leaf(path)) instanceof List<?> list ? list : List.of();
  }

  private static Map<?, ?> parent(Map<String, Object> root, String path) {
    Map<?, ?> here = root;
    String[] steps = path.split("\\.");
    for (int at = 0; at < steps.length - 1; at++) {
      here = here.get(steps[at]) instanceof Map<?, ?> next ? next : Map.of();
    }
    return here;
  }

  private static Map<String, Object> parentToWrite(Map<String, Object> root, String path) {
    Map<String, Object> here = root;
    String[] steps = path.split("\\.");
    for (int at = 0; at < steps.length - 1; at++) {
      Map<String, Object> next =
          here.get(steps[at]) instanceof Map<?, ?> object ? copy(object) : new LinkedHashMap<>();
      here.put(steps[at], next);
      here = next;
    }
    return here;
  }
}
