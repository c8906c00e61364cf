import java.io.File;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Validates files against PDF/UA-1 with veraPDF: a line for each file, then a line for each thing that is wrong. */
public class VeraCheck {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), PDFAFlavour.PDFUA_1)) {
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false);
                ValidationResult result = validator.validate(parser);
                System.out.println(file + "\t" + (result.isCompliant() ? "PASS" : "FAIL") + "\t" + result.getTotalAssertions());
                for (TestAssertion found : result.getTestAssertions())
                    if (found.getStatus() == TestAssertion.Status.FAILED)
                        System.out.println(found.getRuleId().getClause() + "-" + found.getRuleId().getTestNumber() + "\t" + found.getMessage() + "\t" + found.getLocation().getContext());
            }
        }
    }
}
