package org.epsilonet.families.relu.format;

import java.util.Comparator;

/** Names with numbers in them: {@code fc2} before {@code fc10}. */
final class NaturalOrder implements Comparator<String> {
    @Override
    public int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            if (isDigit(a, i) && isDigit(b, j)) {
                int endA = end(a, i);
                int endB = end(b, j);
                int byNumber = compareNumbers(a, i, endA, b, j, endB);
                if (byNumber != 0) {
                    return byNumber;
                }
                i = endA;
                j = endB;
            } else {
                int byChar = Character.compare(a.charAt(i++), b.charAt(j++));
                if (byChar != 0) {
                    return byChar;
                }
            }
        }
        int byRest = Integer.compare(a.length() - i, b.length() - j);
        return byRest != 0 ? byRest : a.compareTo(b);
    }

    private static int compareNumbers(String a, int fromA, int endA, String b, int fromB, int endB) {
        int i = fromA;
        int j = fromB;
        while (i < endA && a.charAt(i) == '0') {
            i++;
        }
        while (j < endB && b.charAt(j) == '0') {
            j++;
        }
        if (endA - i != endB - j) {
            return Integer.compare(endA - i, endB - j);
        }
        while (i < endA && a.charAt(i) == b.charAt(j)) {
            i++;
            j++;
        }
        return i < endA ? Character.compare(a.charAt(i), b.charAt(j)) : 0;
    }

    private static boolean isDigit(String s, int i) {
        return s.charAt(i) >= '0' && s.charAt(i) <= '9';
    }

    private static int end(String s, int from) {
        int end = from;
        while (end < s.length() && isDigit(s, end)) {
            end++;
        }
        return end;
    }
}
