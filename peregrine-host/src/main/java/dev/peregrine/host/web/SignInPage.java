package dev.peregrine.host.web;

import java.util.Optional;

/**
 * What a browser sees that is nobody yet; nothing on it comes from anybody's data.
 *
 * @param assets where style, scripts and fonts are
 * @param signIn where one signs in, to come back to what was asked for
 * @param sent whether the browser had sent a form
 */
record SignInPage(String assets, Look look, Optional<String> signIn, boolean sent) {}
