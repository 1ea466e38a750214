package dev.peregrine.host.web;

import static dev.peregrine.host.texts.Texts.t;

import java.util.Locale;

/**
 * What the command palette finds: a page to go to or something to do.
 *
 * @param kind what it is
 * @param title as people read it; what is typed is compared with it first
 * @param about a second line, may be empty
 * @param words further words by which it is found, may be empty
 * @param path where it leads, or what is posted
 * @param acts whether the path is posted rather than opened
 */
public record Findable(
    Kind kind, String title, String about, String words, Icon icon, String path, boolean acts) {

  /** What is found, in the order in which equals are shown. */
  public enum Kind {
    ACTION,
    PAGE,
    SEARCH,
    JOB,
    SETTING;

    /** As people read it. */
    public String label() {
      return t("web.find-" + name().toLowerCase(Locale.ROOT));
    }
  }

  /** A page or part of one to go to. */
  public static Findable at(Kind kind, String title, String about, Icon icon, String path) {
    return new Findable(kind, title, about, "", icon, path, false);
  }

  /** Something to do. It must be one that can be taken back or stopped: nobody asks twice. */
  public static Findable doing(String title, String about, Icon icon, String path) {
    return new Findable(Kind.ACTION, title, about, "", icon, path, true);
  }

  /** This, found by further words. */
  public Findable alsoBy(String newWords) {
    return new Findable(kind, title, about, newWords, icon, path, acts);
  }
}
