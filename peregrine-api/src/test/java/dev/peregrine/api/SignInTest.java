package dev.peregrine.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {

  private static final String TOKEN = "https://id.example.org/token";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://id.example.org/auth",
        "http://localhost.example.org/",
        "/auth",
        "javascript:x"
      })
  void aPersonSignsInOnEncryptedPagesOnly(String authorize) {
    assertThatThrownBy(() -> SignIn.of(authorize, TOKEN))
        .hasMessage("Sign-in address \"%s\": expected an absolute https address.", authorize);
  }

  @Test
  void aServerOfTheOwnMachineMayStandIn() {
    assertThat(SignIn.of("http://localhost:8080/auth", "http://127.0.0.1/token").scopes())
        .isEmpty();
  }

  @Test
  void theClientIdIsTheSettingOfThatName() {
    SignIn signIn =
        SignIn.of("https://id.example.org/auth", TOKEN, "files").withClientSecret("app-secret");
    assertThat(signIn.clientId()).isEqualTo("client-id");
    assertThat(signIn.clientSecret()).hasValue("app-secret");
  }
}
