package dev.peregrine.host.tasks;

/** Does the work of one type of task, on a virtual thread with the tenant bound. */
@FunctionalInterface
public interface TaskHandler {

  /**
   * Does the work. Must end soon after its thread is interrupted.
   *
   * @return what came of it, as a sentence
   * @throws TaskFailedException with a sentence that says why it could not be done; anything else
   *     thrown is reported as a fault of Peregrine, but for the exceptions of plugins and of
   *     storage, which carry such a sentence themselves
   */
  String run(TaskRun run) throws Exception;
}
