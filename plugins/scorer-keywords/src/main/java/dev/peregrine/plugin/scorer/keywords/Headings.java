package dev.peregrine.plugin.scorer.keywords;

import java.util.List;
import java.util.Locale;

/** Follows a posting's lines and knows whether they list what the person should bring. */
final class Headings {

  private static final List<String> ASKING =
      List.of(
          "anforderung",
          "das bringst",
          "dein profil",
          "ihr profil",
          "kenntnisse",
          "must have",
          "nice to have",
          "profil",
          "qualifi",
          "requirement",
          "skills",
          "stack",
          "technolog",
          "voraussetzung",
          "what we look for",
          "what you bring",
          "what you'll bring",
          "who you are",
          "you bring",
          "you have",
          "you need");

  private static final List<String> OTHER =
      List.of(
          "about",
          "aufgaben",
          "benefit",
          "bieten",
          "compensation",
          "duties",
          "equal",
          "offer",
          "perks",
          "responsib",
          "über",
          "warum",
          "what you'll do",
          "what you will do",
          "why",
          "wir ");

  private Part part = Part.TEXT;

  /** The part that a line belongs to. */
  Part of(String line) {
    String text = line.strip();
    if (text.length() >= 3 && text.length() <= 60 && !text.endsWith(".") && !text.endsWith(",")) {
      String lower = text.toLowerCase(Locale.ROOT).replace('’', '\'');
      if (ASKING.stream().anyMatch(lower::contains)) {
        part = Part.SKILLS;
      } else if (text.endsWith(":") || OTHER.stream().anyMatch(lower::startsWith)) {
        part = Part.TEXT;
      }
    }
    return part;
  }
}
