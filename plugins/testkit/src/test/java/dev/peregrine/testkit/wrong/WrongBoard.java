package dev.peregrine.testkit.wrong;

import dev.peregrine.api.About;
import dev.peregrine.api.Posting;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.testkit.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Consumer;

/** Breaks every rule of direction that a plugin can break. */
public final class WrongBoard implements JobBoard {

  static final ArrayList<String> SEEN = new ArrayList<>();

  private int calls;

  @Override
  public BoardDescriptor descriptor() {
    return BoardDescriptor.feed(About.of("wrong", "Wrong", "Made at " + Instant.now()));
  }

  @Override
  public void search(BoardQuery query, BoardContext context, Consumer<Posting> found) {
    calls++;
    System.out.println(new SettableClock(Instant.EPOCH).instant() + " " + calls);
  }
}
