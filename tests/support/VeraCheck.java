import java.io.File;
import java.util.Arrays;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Validates files with veraPDF against the flavour that is named first ("ua1", "2a"): a line for each file, then a line for each thing that is wrong. */
public class VeraCheck {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(arguments[0]);
        for (String file : Arrays.copyOfRange(arguments, 1, arguments.length)) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour)) {
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false);
                ValidationResult result = validator.validate(parser);
                System.out.println(file + "\t" + (result.isCompliant() ? "PASS" : "FAIL") + "\t" + result.getTotalAssertions());
                for (TestAssertion found : result.getTestAssertions())
                    if (found.getStatus() == TestAssertion.Status.FAILED)
                        System.out.println(found.getRuleId().getClause() + "-" + found.getRuleId().getTestNumber() + "\t" + found.getMessage() + "\t" + found.getLocation().getContext());
            }
        }
    }
}
