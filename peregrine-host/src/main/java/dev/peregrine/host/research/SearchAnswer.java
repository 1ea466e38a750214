package dev.peregrine.host.research;

import java.util.List;

/**
 * What a search answered.
 *
 * @param silent engines that did not answer it, each with why
 * @param asHtml whether it was read from a page made for people, since data was not to be had
 */
record SearchAnswer(List<SearchHit> hits, List<String> silent, boolean asHtml) {

  SearchAnswer {
    hits = List.copyOf(hits);
    silent = List.copyOf(silent);
  }
}
