package dev.peregrine.host.web;

/** Answers one request. */
@FunctionalInterface
public interface Answer {

  /** Shows a page, or parts of it, or sends the browser elsewhere. */
  void to(Visit visit) throws Exception;
}
