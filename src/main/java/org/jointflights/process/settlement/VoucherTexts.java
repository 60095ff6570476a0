package org.jointflights.process.settlement;

import java.util.List;
import org.jointflights.application.settlement.ReadVouchers;
import org.jointflights.application.settlement.ReadVouchers.SeenFile;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.file.AttachedFile;
import org.jointflights.process.engine.Markdown;

/** What the forms of this model say of vouchers and their files. */
final class VoucherTexts {

    private VoucherTexts() {}

    /** Where files are added; a form of Tasklist cannot take any. */
    static Markdown page(OperationReference reference) {
        return Markdown.of("settlement.form.vouchers", reference);
    }

    /** The files beside a claim, for whoever certifies it: each with its hash, and what an invoice says against the claim. */
    static Markdown files(ReadVouchers.Shown shown) {
        List<Markdown> files = shown.files().stream()
                .filter(seen -> seen.file().stands())
                .map(VoucherTexts::file)
                .toList();
        return files.isEmpty()
                ? Markdown.of("settlement.form.files.none", shown.claim().reference())
                : Markdown.of("settlement.form.files", Markdown.list(files));
    }

    private static Markdown file(SeenFile seen) {
        AttachedFile file = seen.file().file();
        return Markdown.of(
                "settlement.form.file",
                file.isErased() ? Sentence.of("settlement.form.file.erased") : file.name(),
                seen.file().reference(),
                Long.toString(seen.file().id()),
                file.kind().name(),
                file.scan().words(),
                file.hash(),
                said(seen));
    }

    private static Sentence said(SeenFile seen) {
        if (seen.file().invoice() == null) {
            return Sentence.of("settlement.form.file.unread");
        }
        return seen.differences().stream()
                .reduce((some, next) -> Sentence.of("settlement.invoice.and", some, next))
                .orElseGet(() -> Sentence.of("settlement.invoice.agrees"));
    }

    /** On which other claims the voucher of this one stands. */
    static Markdown twice(ReadVouchers.Shown shown) {
        if (!shown.doubles().isEmpty()) {
            return Markdown.of("settlement.form.doubledHere", Sentence.listOf(shown.doubles()));
        }
        return shown.alike().isEmpty()
                ? Markdown.nothing()
                : Markdown.of("settlement.form.alikeHere", Sentence.listOf(shown.alike()));
    }

    /** The same of all claims of a party, for whoever enters them. */
    static Markdown twice(List<Sentence> doubles) {
        return doubles.isEmpty()
                ? Markdown.nothing()
                : Markdown.of("settlement.form.vouchers.doubled", Sentence.listOf(doubles));
    }
}
