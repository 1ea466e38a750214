package dev.peregrine.host.stories;

import java.util.List;

/**
 * How the stories answer to a posting.
 *
 * @param stories those that answer something, the most useful first
 * @param untold what the posting asks for and no story shows, the most important first
 */
public record Fit(List<Match> stories, List<String> untold) {

  /** No story and no demand. */
  public static final Fit NONE = new Fit(List.of(), List.of());

  /**
   * A story.
   *
   * @param answers what the posting asks for that it shows, as the posting writes it
   */
  public record Match(Story story, List<String> answers) {
    public Match {
      answers = List.copyOf(answers);
    }
  }

  public Fit {
    stories = List.copyOf(stories);
    untold = List.copyOf(untold);
  }
}
