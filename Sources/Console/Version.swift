/// The program's version and the work that it stands on.
package enum Version {
  /// The number of this version.
  package static let number = "0.1.0"

  /// The program as manifests name it, whichever executable wrote them.
  package static let program = "seiscope \(number)"

  /// What `--version` prints.
  package static let text = """
    seiscope \(number)
    Mechanism: Esmaeilpour et al., Adv. Energy Mater. 2023, 13, 2203966 \
    (doi 10.1002/aenm.202203966), as published in the code of
      KIT-Workflows/SEI-Model-Active-Learning and KIT-Workflows/KMC-CIDEMOD; \
    also Soleymanibrojeni et al., J. Mater. Chem. A 2024, 12, 2249.
    Model: Rajagopal et al., Adv. Energy Mater. 2023 (doi 10.1002/aenm.202301985).
    """
}
