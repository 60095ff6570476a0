package org.jointflights.application.people;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes passwords that can be read out over a telephone and are changed at the first sign-in. */
public final class OneTimePassword {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Nothing that is taken for something else: no 0 and O, no 1, l and I. */
    private static final String SIGNS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /** With what the policy leaves, more than 128 random bits. */
    private static final int GROUPS = 5;

    private static final int SIGNS_OF_A_GROUP = 5;

    private OneTimePassword() {}

    /** One that the policy takes: chance may put no digit in it, or a short name of the person. */
    public static String of(Person person, People people) {
        return Stream.generate(OneTimePassword::random)
                .filter(password -> people.isStrong(person, password))
                .findFirst()
                .orElseThrow();
    }

    private static String random() {
        return IntStream.range(0, GROUPS)
                .mapToObj(group -> RANDOM.ints(SIGNS_OF_A_GROUP, 0, SIGNS.length())
                        .mapToObj(at -> SIGNS.substring(at, at + 1))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }
}
