namespace Stupeni.Imports.Register;

/// <summary>What a column of a list of organisations or municipalities says.</summary>
internal enum Field { Code, Login, Name, Type, Municipality, MunicipalityCode, Settlement, Locality, Pupils, Inn, Kpp, Ogrn, Okpo, Oktmo }
