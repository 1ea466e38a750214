package dev.peregrine.host.rest;

import java.util.List;
import java.util.stream.Stream;

/** All operations, in the order in which they are described. */
final class Registry {

  private Registry() {}

  static List<Operation<?, ?>> over(RestGround ground) {
    var tasks = new TaskOperations(ground.tasks());
    return Stream.of(
            new AboutOperations(ground.version()).all(),
            new JobOperations(ground.jobs(), ground.intake()).all(),
            new StageOperations(ground.jobs(), ground.liveness(), ground.clock()).all(),
            new LetterOperations(ground.jobs(), ground.letters(), ground.writing(), tasks).all(),
            new LogOperations(ground.jobs(), ground.contacts(), ground.clock()).all(),
            new RoundOperations(ground.jobs(), ground.rounds(), ground.clock()).all(),
            new ReminderOperations(ground.jobs(), ground.reminders(), ground.clock(), ground.zone())
                .all(),
            new SearchOperations(ground.profiles(), ground.plugins(), ground.discovery(), tasks)
                .all(),
            tasks.all(),
            new NumberOperations(ground.figures(), ground.clock(), ground.zone()).all())
        .<Operation<?, ?>>flatMap(List::stream)
        .toList();
  }
}
