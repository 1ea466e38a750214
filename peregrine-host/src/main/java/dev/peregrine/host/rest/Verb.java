package dev.peregrine.host.rest;

import java.util.Locale;

/** The methods that operations have. */
enum Verb {
  GET,
  POST,
  PUT;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
