package dev.peregrine.host.person;

import java.util.List;

/**
 * The form of a résumé.
 *
 * @param id of the résumé; 0 for one that is not stored yet
 * @param seen the version that the form was made from
 * @param changed whether it differs from what is stored
 * @param about fields that stand by themselves
 * @param blocks lists of entries
 * @param groups lists of words
 * @param wrong how many fields need another look before it can be saved
 * @param doubts how many the reader was unsure of
 */
record ResumeFormPart(
    String token,
    long id,
    int seen,
    boolean changed,
    List<Shown> about,
    List<Block> blocks,
    List<Shown> groups,
    int wrong,
    int doubts) {

  /**
   * A field.
   *
   * @param error what is wrong; empty for nothing
   * @param doubt what the reader was unsure of; empty for nothing
   * @param line where it was read; 0 for nowhere
   */
  record Shown(
      String name,
      String label,
      String help,
      Field.Kind kind,
      String value,
      String error,
      String doubt,
      int line,
      boolean focus) {

    boolean isLong() {
      return switch (kind) {
        case AREA, LINES, GROUPS -> true;
        case LINE, EMAIL, ADDRESS, DATE, UNTIL, WORDS -> false;
      };
    }

    boolean isShort() {
      return kind == Field.Kind.DATE || kind == Field.Kind.UNTIL;
    }

    int rows() {
      return (int) Math.clamp(value.lines().count() + value.length() / 90, 2, 14);
    }

    String type() {
      return kind == Field.Kind.EMAIL ? "email" : "text";
    }

    /** What describes it, for those who do not see it. */
    String described() {
      var ids = new StringBuilder();
      if (!help.isEmpty()) {
        ids.append(name).append("-h ");
      }
      if (!error.isEmpty()) {
        ids.append(name).append("-e ");
      }
      if (!doubt.isEmpty()) {
        ids.append(name).append("-d");
      }
      return ids.toString().strip();
    }
  }

  /**
   * A list of entries.
   *
   * @param add what the button says that adds one
   */
  record Block(String path, String title, String add, List<Item> items, boolean focusAdd) {}

  /**
   * An entry.
   *
   * @param name it in a few words
   * @param focus the button to go on from: {@code up}, {@code down} or none
   */
  record Item(
      int at,
      String from,
      String name,
      List<Shown> fields,
      boolean first,
      boolean last,
      String focus) {

    boolean isDoubted() {
      return fields.stream().anyMatch(field -> !field.doubt().isEmpty());
    }

    /** Whether it is shown at once: where something is to be done, or nothing is in it yet. */
    boolean isOpen() {
      return fields.stream()
              .anyMatch(f -> !f.doubt().isEmpty() || !f.error().isEmpty() || f.focus())
          || fields.stream().allMatch(field -> field.value().isEmpty());
    }

    /** From when to when, or the day. */
    String when() {
      return fields.stream()
          .filter(field -> field.isShort() && !field.value().isEmpty())
          .map(Shown::value)
          .collect(java.util.stream.Collectors.joining(" – "));
    }

    String prefix(String path) {
      return path + "[" + at + "]";
    }
  }

  List<Block> filled() {
    return blocks.stream().filter(block -> !block.items().isEmpty()).toList();
  }

  List<Block> empty() {
    return blocks.stream().filter(block -> block.items().isEmpty()).toList();
  }

  String action() {
    return id == 0 ? "/profile/resumes/new" : "/profile/resumes/" + id;
  }
}
