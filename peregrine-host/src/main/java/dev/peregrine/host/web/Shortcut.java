package dev.peregrine.host.web;

import java.util.List;

/**
 * A key or keys that press a control.
 *
 * @param name by which a control says that it is meant
 * @param keys each alone does it; {@code Control+k} is a key with Control or ⌘ held
 * @param where on which pages it works
 * @param does what it does, as people read it
 */
public record Shortcut(String name, List<String> keys, String where, String does) {

  /** One way to press it: the caps in their order. */
  public record Press(List<Cap> caps) {}

  /** What stands on one key; {@code control} is ⌘ on some keyboards. */
  public record Cap(String text, boolean control) {}

  /** Whether a key alone does it, so that it can be switched off. */
  public boolean isSingle() {
    return keys.stream().anyMatch(key -> !key.startsWith("Control+"));
  }

  /** All ways to press it. */
  public List<Press> presses() {
    return keys.stream()
        .map(key -> new Press(List.of(key.split("(?<=l)\\+", 2)).stream().map(this::cap).toList()))
        .toList();
  }

  /** The first way to press it, on one line. */
  String shown() {
    return String.join(" ", presses().getFirst().caps().stream().map(Cap::text).toList());
  }

  private Cap cap(String key) {
    return switch (key) {
      case "Control" -> new Cap("Ctrl", true);
      case "ArrowRight" -> new Cap("→", false);
      case "ArrowLeft" -> new Cap("←", false);
      case "ArrowUp" -> new Cap("↑", false);
      case "ArrowDown" -> new Cap("↓", false);
      default -> new Cap(key.toUpperCase(java.util.Locale.ROOT), false);
    };
  }
}
