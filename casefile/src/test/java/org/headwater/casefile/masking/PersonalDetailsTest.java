package org.headwater.casefile.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All numbers are made up; those with a check digit have the right one. */
class PersonalDetailsTest {

    /** A bar stands on either side of what should be found. */
    private static void findsBetweenBars(String marked) {
        String text = marked.replace("|", "");
        int begin = marked.indexOf('|');
        int end = marked.indexOf('|', begin + 1) - 1;
        assertThat(PersonalDetails.in(text))
                .as(text)
                .hasSize(1)
                .allSatisfy(detail -> assertThat(detail.in(text)).isEqualTo(text.substring(begin, end)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Write to |a.b+c@mail.example.org|, he said.",
                "Write to |a.b [at] mail.example|, he said.",
                "联系|zhang@example.cn|。",
                "Call |+31 20 555 0100| at night.",
                "His number, |0031205550100|, was printed.",
                "on |(020) 7946 0958|.",
                "on |(415) 555-0100|.",
                "on |415-555-0100|.",
                "on |020 7946 0958|,",
                "on |06-12345678|.",
                "手机号为|13900001234|。",
                "拨打|139-0000-1234|联系",
                "Tel.: |5550100| (evenings)",
                "They rang him on |555 01 00| twice.",
                "WhatsApp number |6 12 34 56 78|.",
                "Su teléfono es |612 345 678|.",
                "Su móvil era el |612 345 678|.",
                "Seine Telefonnummer ist |555 01 00|.",
                "Son téléphone est le |6 12 34 56 78|.",
                "Il suo cellulare è |347 555 0100|.",
                "Llámenla al |612 345 678|,",
                "erreichbar unter |555 01 00|.",
                "She can be reached at |555 01 00|.",
                "可拨打|5550100|联系",
            })
    void telephonesAndMail(String marked) {
        findsBetweenBars(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "身份证号码|11010519491231002X|，男",
                "his ID, |11010519491231002X|.",
                "the card |A123456(3)| of",
                "card |A123456789| was",
                "DNI |12345678Z|.",
                "the number |X1234567L| on it",
                "her |1 85 05 78 006 084 91| was",
                "his |10000000146| was",
                "born |811218-9876|,",
                "|2341 2341 2346| on it",
                "SSN |123-45-6789| leaked",
                "NINO |AB123456C|.",
                "CPF |123.456.789-09| of",
                "code |RSSMRA85T10A562S|,",
                "identity card number |AB 1234567|.",
                "ID no. |4512087|.",
                "Social security number: |987654321|,",
                "driving licence no |MORGA753116SM9IJ|",
                "passport |E12345678|, issued in",
                "Passport No: |G1234567|.",
                "passport number is |123456789|.",
                "护照号|E12345678|，",
            })
    void papers(String marked) {
        findsBetweenBars(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "车牌|京A12345|的",
                "a black car, |沪B·D1234|, stood",
                "a van with licence plate |AB-123-C| stood",
                "A car registered as |LK71 XYZ| was seen",
                "kenteken |12-ABC-3|.",
                "number plate |B MW 1234|,",
                "in her car, |AB12 CDE|, and",
                "(passport lost, car |AB12 CDE|)",
                "su coche con matrícula |1234 BCD|",
                "sein Auto |B-MW 1234| stand",
                "la plaque |AB-123-CD|.",
                "Kennzeichen |B MW 1234|",
                "车牌号为|K12345|的",
            })
    void plates(String marked) {
        findsBetweenBars(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Juno Marsh (born |3 May 1984|) fled",
                "She was born in Fuzhou on |May 3, 1984| and",
                "Date of birth: |1984-05-03|",
                "DOB |03/05/1984|,",
                "nacida en Oporto el |3 de mayo de 1984|,",
                "geboren am |3. Mai 1984| in",
                "née le |3 mai 1984| à",
                "nata il |3 maggio 1984| a",
                "nascido em |3 de maio de 1984|",
                "出生于|1984年5月3日|，",
                "|1984年5月3日|出生，",
                "born in |May 1984|,",
            })
    void births(String marked) {
        findsBetweenBars(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "She lives at |12 Rose Street|.",
                "She lives with her parents at |Flat 4, 12 Rose Street, SW1A 1AA|, they said.",
                "He resided in |Lange Rozenstraat 12b, 1234 AB| until May.",
                "Men stood before his home at |Rosenallee 7|.",
                "wohnhaft |Rosenstraße 7, 10115| Berlin",
                "elle habite |12 bis, rue des Roses|, selon",
                "Vive en la |Calle de las Rosas, 12|",
                "他住在|上海市长宁区玫瑰路12号3单元401室|。",
                "戶籍地址：|福建省長樂市解放路12號|。",
                "her family's house on |120 North Rose Avenue, Apt 3| was watched",
                "a waiter who lives at |14 Rue des Acacias|, Lyon.",
                "una enfermera que vive en la |calle Mayor 12| de Oporto.",
                "abita a Milano in |via Roma 3|, disse",
                "Er wohnt in Köln in der |Hauptstraße 5|.",
                "sie lebt in der |Berliner Straße 5, 10115| Berlin",
                "elle réside à Lyon, |14 rue de la république|, depuis",
                "Vive na |Rua das Flores 12| com a mãe",
                "Chen lives at |22 Rose Road, Salford M5 4XX|.",
                "He lives in Salford (|M5 4XX|) with her",
                "She lives in |1234 AB| Rotterdam",
                "He lives on |Rose Road| in Salford",
                "Vive en la |calle de las Rosas|, en Madrid.",
                "住在|里昂金合欢街十四号|。",
                "She lives at |Ruzova 9| in the old town.",
                "I live at |Stara Ruzova 12a|.",
                "家住|上海市玫瑰路12号|的",
                "她的地址是|玫瑰路12号|。",
                "他住在|玫瑰路|，",
            })
    void homes(String marked) {
        findsBetweenBars(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Police said that 230,000 suspects were returned in 2021-2022, 102 stations in 53 countries.",
                "between 2014-2018 and 01-12-2022, at 10:00 2022-09-13, on 2022.09.13 and 13/09/2022",
                "10 500 people, 1 200 000 euros, 1.200.000 yuan, 12.345.678, $4,000,000.00 and 0.00012345",
                "The station at 12 Rose Street in Dublin was ordered to close.",
                "Chinese citizens living in Rotterdam said the station on Rozenstraat 12 had closed.",
                "Its office is in Calle de las Rosas, 12, and its restaurant in 14 Rose Street.",
                "The association's registered address is 12 Rose Street.",
                "Men living abroad visited the station at 12 Rose Street.",
                "They called 110 and 119, and 12 police stations called on 230 000 people to return.",
                "He called 1 200 000 people to return. The phone law of 2021-2022 applies.",
                "Passport offices issued 230,000 passports in 2019; passport of 230 000 people; ID cards for 1200000 people",
                "passports of 12 countries, an ID 2022, an identity document in 2019",
                "The Overseas 110 stations, Operation Fox Hunt 2020, resolution 2758, Article 38",
                "ISBN 978-3-16-148410-0, doi 10.1000/182, ISO 28500:2017, case 2022/12345, UTC+8",
                "registration of 102 stations in 53 countries; registered as a charity in 2018",
                "licence plates in 53 countries; the number plate 2022 series",
                "GDP of 17,734,062 and 12345678 or 123456789 people",
                "福州市公安局在53个国家设立102个警侨服务站,2022年9月13日,23万人,110报警",
                "位于玫瑰路12号的服务站",
                "住在马德里的中国人说有9个站，住在唐人街的华人",
                "Los chinos que viven en Madrid dijeron que la comisaría de la calle Mayor 12 cerró.",
                "Chinois qui vivent à Lyon: le bureau est au 14 Rue des Acacias.",
                "Die Station ist in der Hauptstraße 5, das Büro in via Roma 3.",
                "living abroad via Hong Kong 2019, and people living in 53 countries, 2022 EU figures",
                "该法于2022年5月1日生效，NATO on 3 May 2022 said, stubborn since 3 May 2022; nobody on 3 May 2022",
                "was opened on 3 May 2022 by a woman born in China, in 1984 there were none",
                "people living in neighbouring countries lived during 12 years; cadets live at the Training Center during May",
                "He lives in Silver Spring and in Monterey Park.",
                "in a car, 230,000 cars; the van in 2022; a BMW X5 car",
                "The station reached 102 cities and called 230 000 people",
            })
    void figuresDatesAndOfficesAreNone(String text) {
        assertThat(PersonalDetails.in(text)).as(text).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "110105194912310021, a wrong check digit",
        "12345678A, a wrong letter",
        "10000000147, a wrong check digit",
        "811218-9875, a wrong check digit",
        "A123456(4), a wrong check digit",
    })
    void aNumberWithAWrongCheckDigitIsNoPaper(String number, String why) {
        assertThat(PersonalDetails.in("the figure " + number + " here")).as(why).isEmpty();
    }

    /** Whatever the number, the town and the sign of the street, it is masked behind a sign of living there and nowhere else. */
    @Property(tries = 200)
    void aStreetIsAHomeOnlyWhereSomebodyLives(
            @ForAll("livings") String lives,
            @ForAll("streets") String street,
            @ForAll @IntRange(min = 1, max = 999) int number) {
        String address = street.replace("#", Integer.toString(number));
        String home = lives + " " + address + ".";

        assertThat(PersonalDetails.in(home)).as(home).hasSize(1).allSatisfy(detail -> {
            assertThat(detail.kind()).isEqualTo(Detail.Kind.HOME);
            assertThat(detail.in(home)).isEqualTo(address);
        });
        String office = "The police station is at " + address + ".";
        assertThat(PersonalDetails.in(office)).as(office).isEmpty();
    }

    @Provide
    Arbitrary<String> livings() {
        return Arbitraries.of(
                "She lives at",
                "He lives in Springfield, at",
                "Her home address is",
                "que vive en la",
                "qui habite au",
                "son adresse est",
                "wohnhaft in Lindau,",
                "abita in",
                "woont op",
                "mora na");
    }

    @Provide
    Arbitrary<String> streets() {
        return Arbitraries.of(
                "# Rose Street",
                "#b North Rose Avenue",
                "# rue des Roses",
                "# bis, Avenue de la Gare",
                "calle Mayor #",
                "Avenida de la Paz, #",
                "via Roma #",
                "rua das Flores, #",
                "Rosenstraße #",
                "Lange Rozenlaan #",
                "Am Markt #",
                "ulica Różana #");
    }

    @Test
    void severalInOneSentence() {
        String text = "She (passport E12345678, +31 20 555 0100) lives at 12 Rose Street with plate AB-123-C.";
        assertThat(PersonalDetails.in(text).stream().map(Detail::kind).toList())
                .isEqualTo(List.of(Detail.Kind.PASSPORT, Detail.Kind.TELEPHONE, Detail.Kind.HOME, Detail.Kind.PLATE));
    }

    @Property(tries = 300)
    void detailsLieInTheTextInOrder(@ForAll String text) {
        int end = 0;
        for (Detail detail : PersonalDetails.in(text + " +31 20 555 0100 " + text)) {
            assertThat(detail.begin()).isGreaterThanOrEqualTo(end);
            end = detail.end();
        }
        assertThat(end).isLessThanOrEqualTo(2 * text.length() + 18).isPositive();
    }
}
