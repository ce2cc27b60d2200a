"""What is right and near to a slip, of every kind: nothing is said."""

from __future__ import annotations

import pytest

from reference import Pack
from tests.slips import marked


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(
            "Kennedy, the new President, had the plan for the Bay of Pigs from Eisenhower, who had been President since 1953.",
            id="kennedy-new-president-inherited",
        ),
        pytest.param(
            "Macmillan, the prime minister who took over from Eden after Suez, tried to mend the alliance.",
            id="macmillan-prime-minister-who",
        ),
        pytest.param(
            "Dulles, the Secretary of State, died in May 1959 and was followed by Herter.", id="dulles-secretary-state-died"
        ),
        pytest.param(
            "Khrushchev, soon to be premier as well, launched Sputnik in October 1957.", id="khrushchev-soon-be-premier"
        ),
        pytest.param(
            "Willy Brandt, the Mayor of West Berlin and later Chancellor, wrote to Kennedy in August 1961.",
            id="willy-brandt-mayor-west",
        ),
        pytest.param(
            "Eisenhower's Secretary of State, Herter, and his Vice-President, Nixon, both advised him to say nothing.",
            id="eisenhower-secretary-state-herter",
        ),
        pytest.param(
            "Nixon, who would be President himself one day, argued with Khrushchev in Moscow in 1959.", id="nixon-who-would-be"
        ),
        pytest.param("Khrushchev, Soviet leader since 1953, went to America in 1959.", id="khrushchev-soviet-leader-since"),
        pytest.param(
            "Gromyko, the Foreign Minister, had once been ambassador in Washington.", id="gromyko-foreign-minister-once"
        ),
        pytest.param(
            "Molotov, the Foreign Minister until June 1956, opposed the Austrian treaty of 1955.",
            id="molotov-foreign-minister-until",
        ),
        pytest.param(
            "The American President, Eisenhower, met Bulganin, the Soviet premier, at Geneva in July 1955.",
            id="american-president-eisenhower-met",
        ),
        pytest.param(
            "By October 1962 the President was Kennedy and the prime minister was Macmillan.",
            id="october-president-kennedy-prime",
        ),
        pytest.param("In 1958 Charles de Gaulle, the new French leader, wanted a say in NATO.", id="charles-de-gaulle-new"),
        pytest.param("Guy Mollet, the French prime minister, worked with Eden over Suez.", id="guy-mollet-french-prime"),
        pytest.param("Castro, who led Cuba from 1959, turned to Moscow in 1960.", id="castro-who-led-cuba"),
        pytest.param(
            "Fidel Castro led the revolution against Batista, who ruled Cuba until the end of 1958.",
            id="fidel-castro-led-revolution",
        ),
        pytest.param(
            "Gomulka led Poland from October 1956, while Nagy led Hungary for a few days.", id="gomulka-led-poland-from"
        ),
        pytest.param(
            "In June 1957 Molotov led the plotters, but Khrushchev went on to lead the Soviet Union alone.",
            id="june-molotov-led-plotters",
        ),
        pytest.param("Kadar ruled Hungary for over thirty years after the rising.", id="kadar-ruled-hungary-over"),
        pytest.param(
            "Mao led China and Ulbricht led East Germany through the whole period from 1955 to 1962.",
            id="mao-led-china-ulbricht",
        ),
        pytest.param(
            "The crisis of October 1962 lasted only thirteen days but it had been brewing for months.",
            id="crisis-october-lasted-only",
        ),
        pytest.param("For three days in October 1962 nobody outside the White House knew.", id="three-days-october-nobody"),
        pytest.param("The Paris summit of May 1960 broke up after one day.", id="paris-summit-may-broke"),
        pytest.param("After six days at Geneva the leaders went home in July 1955.", id="after-six-days-geneva"),
        pytest.param(
            "Khrushchev spent two of his thirteen days in America at Camp David in September 1959.",
            id="khrushchev-spent-two-thirteen",
        ),
        pytest.param("The talks at Geneva in 1959 lasted from May to August.", id="talks-geneva-lasted-from"),
        pytest.param(
            "The moratorium lasted nearly three years, although it had been meant for one year.",
            id="moratorium-lasted-nearly-three",
        ),
        pytest.param(
            "Kennedy and Khrushchev talked for eleven hours over two days at Vienna in June 1961.",
            id="kennedy-khrushchev-talked-eleven",
        ),
        pytest.param("The Korean War, which lasted three years, killed millions.", id="korean-war-which-lasted"),
        pytest.param(
            "Khrushchev promised Kennedy in Vienna that the deadline would be six months, as it had been in 1958.",
            id="khrushchev-promised-kennedy-vienna",
        ),
        pytest.param(
            "Powers was sentenced to ten years but spent less than two years in prison.", id="powers-sentenced-ten-years"
        ),
        pytest.param(
            "Washington admitted on 7 May that the U-2 had been spying, once its first story had been blown.",
            id="washington-admitted-may-that",
        ),
        pytest.param(
            "Eisenhower took responsibility but would not say sorry, as Khrushchev demanded.",
            id="eisenhower-took-responsibility-but",
        ),
        pytest.param(
            "The Americans never admitted openly that the missiles in Turkey were part of the bargain.",
            id="americans-never-admitted-openly",
        ),
        pytest.param(
            "Castro had wanted a treaty with Moscow, but it was Khrushchev who offered the missiles.",
            id="castro-wanted-treaty-with",
        ),
        pytest.param(
            "In the Secret Speech Khrushchev did not speak of peaceful coexistence, which he had announced in public.",
            id="secret-speech-khrushchev-did",
        ),
        pytest.param(
            "Zhukov saved Khrushchev when Molotov, Malenkov and Kaganovich tried to remove him in June 1957.",
            id="zhukov-saved-khrushchev-when",
        ),
        pytest.param(
            "Sputnik was built by Korolev, while von Braun was still waiting for his chance in America.",
            id="sputnik-built-korolev-while",
        ),
        pytest.param(
            "Kennedy beat Nixon by only a hundred thousand votes, and was no landslide winner.", id="kennedy-beat-nixon-only"
        ),
        pytest.param(
            "The Soviets suspended tests, and so did both of the other powers, until Moscow broke the pause in 1961.",
            id="soviets-suspended-tests-so",
        ),
        pytest.param("Dulles had doubts about Open Skies, which Eisenhower proposed at Geneva.", id="dulles-doubts-about-open"),
        pytest.param(
            "Yugoslavia, which stayed out of the Warsaw Pact, was courted by Khrushchev in 1955.",
            id="yugoslavia-which-stayed-out",
        ),
        pytest.param(
            "Britain and France expected the Americans to be on the side of Britain and France at Suez.",
            id="britain-france-expected-americans",
        ),
        pytest.param("The USA refused to stand by Britain and France over Suez.", id="usa-refused-stand-britain"),
        pytest.param(
            "Khrushchev's first letter did not mention Turkey, but the second demanded that the missiles there be removed.",
            id="khrushchev-first-letter-did",
        ),
        pytest.param(
            "At the Twenty-Second Congress in October 1961 Khrushchev lifted the deadline; the Twenty-First was in 1959.",
            id="october-twenty-second-congress",
        ),
        pytest.param(
            "Khrushchev was followed by Brezhnev as First Secretary in October 1964.", id="khrushchev-followed-brezhnev-as"
        ),
        pytest.param(
            "Tanks faced each other at Checkpoint Charlie, not far from the Brandenburg Gate, in October 1961.",
            id="tanks-faced-each-other",
        ),
        pytest.param(
            "When Kennedy became President in January 1961 Rusk became Secretary of State and McNamara went to the Pentagon.",
            id="when-kennedy-became-president",
        ),
        pytest.param(
            "Khrushchev became sole leader in March 1958, when he added the premiership to the party.",
            id="khrushchev-became-sole-leader",
        ),
        pytest.param("Poland remained in the Warsaw Pact in 1956, as Gomulka had promised.", id="poland-remained-warsaw-pact"),
        pytest.param(
            "Gagarin orbited the Earth in April 1961, and Glenn did so in February the following year.",
            id="gagarin-orbited-earth-april",
        ),
        pytest.param(
            "Austria left the four-power occupation behind in 1955 but joined neither NATO nor the Warsaw Pact.",
            id="austria-left-four-power",
        ),
        pytest.param(
            "The Geneva summit met in July 1955 and the following February Khrushchev spoke to the Twentieth Congress.",
            id="geneva-summit-met-july",
        ),
        pytest.param(
            "Sputnik was launched in October 1957 and by the following spring Khrushchev was premier.",
            id="sputnik-launched-october-following",
        ),
        pytest.param(
            "The Wall went up in August 1961, a year and two months before the missile crisis.", id="wall-went-up-august"
        ),
        pytest.param(
            "In the summer of 1961 West Berlin, which Brandt governed as mayor, lived in fear.", id="summer-west-berlin-which"
        ),
        pytest.param(
            "Home, who was Foreign Secretary under Macmillan, became Prime Minister in October 1963.",
            id="home-who-foreign-secretary",
        ),
        pytest.param(
            "Adenauer, the Chancellor, distrusted Kennedy, and Brandt, the mayor, wrote him an angry letter.",
            id="adenauer-chancellor-distrusted-kennedy",
        ),
        pytest.param(
            "Churchill, who had been prime minister until April 1955, had called for a summit since 1953.",
            id="churchill-who-been-prime",
        ),
        pytest.param(
            "Stalin, the leader who had blockaded Berlin in 1948, was dead by the time of Geneva.",
            id="stalin-leader-who-blockaded",
        ),
        pytest.param(
            "The death of Stalin, the Soviet leader, in March 1953 made Geneva possible in 1955.",
            id="death-stalin-soviet-leader",
        ),
        pytest.param(
            "Kennedy's Secretary of State, Rusk, and Eisenhower's, Dulles, could not have been more different.",
            id="kennedy-secretary-state-rusk",
        ),
        pytest.param(
            "Lyndon Johnson, the Vice-President, was sent to Berlin and General Clay, the hero of the airlift, went with him.",
            id="lyndon-johnson-vice-president",
        ),
        pytest.param(
            "The new Chancellor of West Germany in 1963 was Ludwig Erhard, who followed Adenauer.",
            id="new-chancellor-west-germany",
        ),
        pytest.param("The Secretary-General of the UN at the time of Cuba was U Thant.", id="secretary-general-un-time"),
        pytest.param(
            "Rakosi, the party leader, was forced out in July 1956, and Gero took his place.", id="rakosi-party-leader-forced"
        ),
        pytest.param("When Nagy was put in charge in October 1956 the crowds hoped for freedom.", id="when-nagy-put-charge"),
        pytest.param(
            "Tito's Yugoslavia had left the Soviet bloc in 1948 and never came back.", id="tito-yugoslavia-left-soviet"
        ),
        pytest.param(
            "It took eighteen months from the ultimatum of November 1958 to the ruin of the summit in May 1960.",
            id="took-eighteen-months-from",
        ),
        pytest.param("For fifteen years after Yalta the Germans had no peace treaty.", id="fifteen-years-after-yalta"),
        pytest.param(
            "In the two years before the missile crisis Castro had moved towards Moscow.", id="two-years-before-missile"
        ),
        pytest.param("The exiles held the beach at the Bay of Pigs for three days in April 1961.", id="exiles-held-beach-bay"),
        pytest.param(
            "The seven weeks between the Secret Speech and the visit to Britain changed his image.",
            id="seven-weeks-between-secret",
        ),
        pytest.param("Twelve days after it began the Hungarian rising was crushed.", id="twelve-days-after-began"),
        pytest.param("The quarantine was kept up for three weeks after the crisis had ended.", id="quarantine-kept-up-three"),
        pytest.param("The Wall went up in one night and stayed for twenty-eight years.", id="wall-went-up-one"),
        pytest.param(
            "Khrushchev waited two years after Vienna before he signed the Test Ban Treaty.", id="khrushchev-waited-two-years"
        ),
        pytest.param("Castro had asked Moscow for arms, though not for nuclear missiles.", id="castro-asked-moscow-arms"),
        pytest.param("Kennedy and his advisers thought up the quarantine in October 1962.", id="kennedy-advisers-thought-up"),
        pytest.param(
            "The Americans landed marines in Lebanon in July 1958, not at the Bay of Pigs.",
            id="americans-landed-marines-lebanon",
        ),
        pytest.param("American marines did not come ashore at the Bay of Pigs; the exiles did.", id="american-marines-did-not"),
        pytest.param(
            "Kennedy's plan was to trade the Jupiters, but he would not say so openly.", id="kennedy-plan-trade-jupiters"
        ),
        pytest.param("Brezhnev and Kosygin succeeded Khrushchev in October 1964.", id="brezhnev-kosygin-succeeded-khrushchev"),
        pytest.param(
            "In the spring of 1958 Khrushchev became Premier, and Bulganin lost the post.",
            id="spring-khrushchev-became-premier",
        ),
        pytest.param(
            "The Eisenhower Doctrine of January 1957 offered money, and in July 1958 troops went to Lebanon.",
            id="eisenhower-doctrine-january-offered",
        ),
        pytest.param(
            "West Germany, which had joined NATO in May 1955, sent Adenauer to Moscow that September.",
            id="west-germany-which-joined",
        ),
        pytest.param(
            "The Soviets said that the U-2 pilot was alive, and only then did Washington own up.", id="soviets-said-that-u"
        ),
        pytest.param("Nagy told the Soviets to leave and said that Hungary would be neutral.", id="nagy-told-soviets-leave"),
        pytest.param(
            "Khrushchev sent missiles to Cuba partly because American Jupiters stood in Turkey.",
            id="khrushchev-sent-missiles-cuba",
        ),
        pytest.param("The Kremlin put Gero in Rakosi's place in July 1956.", id="kremlin-put-gero-rakosi"),
        pytest.param("Poland did not leave the Warsaw Pact, and neither did Romania.", id="poland-did-not-leave"),
        pytest.param(
            "Kennedy chose the blockade over an air strike and told the nation on 22 October.", id="kennedy-chose-blockade-over"
        ),
        pytest.param(
            "Macmillan, like Eden before him, wanted a summit, and as prime minister he went to Moscow in 1959.",
            id="macmillan-like-eden-before",
        ),
        pytest.param(
            "Herter took over as Secretary of State in April 1959 and served until January 1961.", id="herter-took-over-as"
        ),
    ],
)
def test_what_is_right_is_left_alone(sentence: str, pack: Pack) -> None:
    assert marked(sentence, pack) == []
