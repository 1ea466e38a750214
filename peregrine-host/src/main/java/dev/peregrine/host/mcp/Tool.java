package dev.peregrine.host.mcp;

import dev.peregrine.host.programs.Scope;

/**
 * Something that an assistant may do here.
 *
 * @param name by which it is called
 * @param title for people
 * @param description for the model
 * @param scope which tokens may
 * @param input what it takes
 * @param output what it gives
 */
record Tool<I extends Record, O extends Record>(
    String name,
    String title,
    String description,
    Scope scope,
    Effect effect,
    Class<I> input,
    Class<O> output,
    Work<I, O> work) {

  /** What calling it does, as clients want to know it before they let a model go ahead. */
  enum Effect {
    /** It changes nothing. */
    LOOKS(true, false, true, false),
    /** It adds something, each time anew. */
    ADDS(false, false, false, false),
    /** It adds what stands behind an address, or has others asked; twice is as good as once. */
    FETCHES(false, false, true, true),
    /** Others are asked, a model for instance, and something is added each time. */
    ASKS(false, false, false, true),
    /** It puts something in place of something else; twice is as good as once. */
    CHANGES(false, true, true, false);

    final boolean readsOnly;
    final boolean replaces;
    final boolean idempotent;
    final boolean asksOthers;

    Effect(boolean readsOnly, boolean replaces, boolean idempotent, boolean asksOthers) {
      this.readsOnly = readsOnly;
      this.replaces = replaces;
      this.idempotent = idempotent;
      this.asksOthers = asksOthers;
    }
  }

  /** What it does, with the tenant bound. */
  @FunctionalInterface
  interface Work<I, O> {

    /**
     * @throws ToolException with a sentence for whoever asked
     */
    O on(I input) throws Exception;
  }
}
