package dev.peregrine.host.mcp;

/** A tool cannot do what it was asked for. The message is for whoever asked. */
final class ToolException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ToolException(String message) {
    super(message);
  }

  static ToolException noJob(long job) {
    return new ToolException(
        "There is no job \"%d\". Find its number with search_jobs.".formatted(job));
  }
}
