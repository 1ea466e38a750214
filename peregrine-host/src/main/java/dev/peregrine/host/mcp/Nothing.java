package dev.peregrine.host.mcp;

/** What a tool takes that need not be told anything. */
record Nothing() {}
