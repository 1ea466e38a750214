package dev.peregrine.host.web;

import static dev.peregrine.host.texts.Texts.t;

/** What the address names is not there. The person reads the message on the page that says so. */
public final class NoSuchPageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Such as {@code job}, {@code 17}. */
  public NoSuchPageException(String what, String value) {
    super(t("web.no-such", "what", what, "value", value));
  }
}
