package dev.peregrine.host.research;

import java.util.List;

/**
 * Something that the person can say in a conversation about one job.
 *
 * @param text what to say, to the person
 * @param evidence the line of the résumé that bears it out, without employers whom the person never
 *     names
 * @param asked what in the posting or the brief it answers; may be empty
 * @param sources of the brief, by {@link Source#id}; may be none
 * @param byModel whether a model worded it
 */
public record TalkingPoint(
    String text, String evidence, String asked, List<Long> sources, boolean byModel) {

  public TalkingPoint {
    sources = List.copyOf(sources);
  }
}
