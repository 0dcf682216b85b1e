package org.epsilonet.api.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * Codes the tree in preorder: for each cell whether it is cut, in the context of its level; for each leaf the member, the
 * rung of the budget, the structure in the member's own code, and which parameters are left out, if any are.
 */
final class CompositeCode {
    private static final int CUTS = 0;
    private static final int MEMBER = 32;
    private static final int RUNG = 33;
    private static final int LEFT_OUT = 34;

    private CompositeCode() {}

    /** Contexts of no member. */
    private static final int TREE = -1;

    static final class Writer {
        private final Menu menu;
        private final SymbolSink sink;
        private final SharedContexts contexts = new SharedContexts();

        Writer(Menu menu, SymbolSink sink) {
            this.menu = menu;
            this.sink = sink;
        }

        void write(CompositeStructure structure) {
            Iterator<Piece> pieces = structure.pieces().iterator();
            write(menu.dissection().root(), pieces.next(), pieces);
        }

        /** Writes a cell, of which a piece is the first leaf. */
        private void write(Cell cell, Piece first, Iterator<Piece> others) {
            List<Cell> children = menu.dissection().children(cell);
            boolean cut = first.cell().level() > cell.level();
            if (!children.isEmpty()) {
                contexts.of(TREE, sink).adaptive(CUTS + cell.level(), cut ? 1 : 0, 2);
            }
            if (!cut) {
                write(first);
                return;
            }
            Piece next = first;
            for (int i = 0; i < children.size(); i++) {
                next = i == 0 ? first : others.next();
                write(children.get(i), next, others);
            }
        }

        private void write(Piece piece) {
            int member = piece.offer().member();
            SymbolSink own = contexts.of(TREE, sink);
            own.adaptive(MEMBER, member, menu.members().size());
            own.adaptive(RUNG + 2 * member, piece.offer().rung(), Menu.MOST_RUNGS);
            piece.structure().write(contexts.of(member, sink));
            if (piece.structure().size() == 0) {
                return;
            }
            own.adaptive(LEFT_OUT + 2 * member, piece.isWhole() ? 0 : 1, 2);
            if (!piece.isWhole()) {
                int k = 0;
                for (int i = 0; i < piece.structure().size(); i++) {
                    boolean isKept = k < piece.size() && piece.kept()[k] == i;
                    k += isKept ? 1 : 0;
                    contexts.ofZeros(member, sink).adaptive(piece.structure().context(i), isKept ? 0 : 1, 2);
                }
            }
        }
    }

    static final class Reader {
        private final Menu menu;
        private final SymbolSource source;
        private final long allowed;
        private final SharedContexts contexts = new SharedContexts();
        private final List<Piece> pieces = new ArrayList<>();
        private long cost;

        /**
         * @param menu what cells may be
         * @param source a stream that may come from a stranger
         * @param allowed what all cells together may cost
         */
        Reader(Menu menu, SymbolSource source, long allowed) {
            this.menu = menu;
            this.source = source;
            this.allowed = allowed;
        }

        CompositeStructure read() throws CorruptCodeException {
            read(menu.dissection().root());
            return new CompositeStructure(menu, pieces);
        }

        private void read(Cell cell) throws CorruptCodeException {
            List<Cell> children = menu.dissection().children(cell);
            boolean cut = !children.isEmpty() && contexts.of(TREE, source).adaptive(CUTS + cell.level(), 2) == 1;
            if (!cut) {
                pieces.add(piece(cell));
                return;
            }
            pay(children.size() - 1L);
            for (Cell child : children) {
                read(child);
            }
        }

        private void pay(long more) throws CorruptCodeException {
            cost += more;
            if (cost > allowed) {
                throw new CorruptCodeException("the cells cost at least " + cost + ", allowed are " + allowed);
            }
        }

        private Piece piece(Cell cell) throws CorruptCodeException {
            SymbolSource own = contexts.of(TREE, source);
            int member = own.adaptive(MEMBER, menu.members().size());
            int rung = own.adaptive(RUNG + 2 * member, Menu.MOST_RUNGS);
            List<Offer> ladder = menu.offers(cell).get(member);
            if (rung >= ladder.size()) {
                throw new CorruptCodeException("the budget has the number " + rung + " on a ladder of " + ladder.size()
                        + " of member " + member);
            }
            Offer offer = ladder.get(rung);
            pay(offer.cost());
            Structure structure = offer.elements().read(contexts.of(member, source));
            boolean isWhole = structure.size() == 0 || own.adaptive(LEFT_OUT + 2 * member, 2) == 0;
            return isWhole ? Piece.of(cell, offer, structure) : thinned(cell, offer, structure);
        }

        private Piece thinned(Cell cell, Offer offer, Structure structure) throws CorruptCodeException {
            int[] kept = new int[structure.size()];
            int count = 0;
            for (int i = 0; i < kept.length; i++) {
                if (contexts.ofZeros(offer.member(), source).adaptive(structure.context(i), 2) == 0) {
                    kept[count++] = i;
                }
            }
            if (count == kept.length) {
                throw new CorruptCodeException("some of " + count + " parameters were to be left out, none was");
            }
            return new Piece(cell, offer, structure, Arrays.copyOf(kept, count));
        }
    }
}
