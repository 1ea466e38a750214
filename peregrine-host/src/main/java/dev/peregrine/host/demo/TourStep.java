package dev.peregrine.host.demo;

import static dev.peregrine.host.texts.Texts.t;

import java.util.Locale;

/** What a visitor is led to, in this order. */
enum TourStep {
  HOME("/"),
  REVIEW("/review"),
  APPLY("/apply"),
  INTERVIEWS("/interviews"),
  MAIL("/mail"),
  COMPANIES("/companies"),
  TODAY("/today"),
  NUMBERS("/numbers");

  private final String path;

  TourStep(String path) {
    this.path = path;
  }

  /** The one of that number, from 1. */
  static TourStep of(int number) {
    return values()[Math.clamp(number, 1, values().length) - 1];
  }

  String path() {
    return path;
  }

  String label() {
    return t(key());
  }

  String says() {
    return t(key() + "-says");
  }

  private String key() {
    return "demo.step-" + name().toLowerCase(Locale.ROOT);
  }
}
