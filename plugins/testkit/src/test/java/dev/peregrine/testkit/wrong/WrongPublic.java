package dev.peregrine.testkit.wrong;

/** Public, though nobody but the plugin needs it. */
public final class WrongPublic {}
