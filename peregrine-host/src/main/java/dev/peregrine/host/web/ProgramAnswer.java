package dev.peregrine.host.web;

/** Answers other programs below an address of its own: without pages, cookies or forms. */
@FunctionalInterface
public interface ProgramAnswer {

  ProgramReply to(ProgramCall call) throws Exception;
}
