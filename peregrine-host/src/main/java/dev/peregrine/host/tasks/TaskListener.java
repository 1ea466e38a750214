package dev.peregrine.host.tasks;

/**
 * Is told when tasks ended, with their tenant bound. It must be quick; what it throws is logged and
 * changes nothing.
 */
@FunctionalInterface
public interface TaskListener {

  /** A task of a type ended. */
  void ended(String type, TaskState state);
}
