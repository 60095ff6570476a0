package org.jointflights.security;

/** What an attack would reach if it could run or build anything: it leaves a mark. */
public class Touched {

    private static volatile boolean touched;

    /** Building one is a mark too. */
    public Touched() {
        touch();
    }

    public static String touch() {
        touched = true;
        return "2000-01-01T00:00:00";
    }

    public void setName(String name) {
        touch();
    }

    static boolean once() {
        boolean was = touched;
        touched = false;
        return was;
    }
}
