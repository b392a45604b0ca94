package io.nagare.profiles.radio;

import io.nagare.profiles.Certificate;
import io.nagare.profiles.Problem;
import io.nagare.profiles.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks the form of certificate numbers. A right form proves nothing; a wrong one is a mistake in
 * the file, and such a certificate never admits a device.
 */
public final class CertificateForms {
  private CertificateForms() {}

  /** Every number of a profile that does not have the form of its jurisdiction and scheme. */
  public static List<Problem> problems(String file, Profile profile, RadioLaw law) {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < profile.certificates().size(); i++) {
      Certificate certificate = profile.certificates().get(i);
      Optional<Pattern> form =
          law.in(certificate.jurisdiction()).map(it -> it.numberForms().get(certificate.scheme()));
      Optional<String> number = certificate.number();
      if (form.isPresent() && number.isPresent() && !form.get().matcher(number.get()).matches()) {
        problems.add(
            new Problem(
                file,
                "certificates[" + i + "].number",
                "\"" + number.get() + "\"",
                certificate.jurisdiction()
                    + " numbers of scheme "
                    + certificate.scheme().id()
                    + " have the form "
                    + form.get().pattern()));
      }
    }
    return problems;
  }
}
