package dev.peregrine.host.discovery;

import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.plugins.PluginRuntime;
import java.util.function.UnaryOperator;

/** Board id → name as people read it; the id where its plugin is gone. */
record BoardNames(PluginRuntime plugins) implements UnaryOperator<String> {

  @Override
  public String apply(String board) {
    return plugins
        .find(JobBoard.class, board)
        .map(found -> found.descriptor().about().name())
        .orElse(board);
  }
}
